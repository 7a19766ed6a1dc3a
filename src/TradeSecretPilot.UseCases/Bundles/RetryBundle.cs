using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>Puts a bundle that could not be made into the queue again.</summary>
public sealed class RetryBundle(PilotSessions sessions)
{
    public sealed record Input(Guid BundleId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        if (await session.FindBundleAsync(input.BundleId, ct) is not { } bundle)
        {
            return BundleRefusals.NotFound();
        }

        if (bundle.Retry().Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(new ActRecord(Act.BundleRetried, bundle.Id));
        session.WakeUp(BackgroundWork.MakeBundles);
        return await session.SaveAsync(ct);
    }
}
