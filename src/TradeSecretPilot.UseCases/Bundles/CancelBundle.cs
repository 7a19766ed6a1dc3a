using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>Takes a bundle out of the queue, or stops the making of it.</summary>
public sealed class CancelBundle(PilotSessions sessions)
{
    public sealed record Input(Guid BundleId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        if (await session.FindBundleAsync(input.BundleId, ct) is not { } bundle)
        {
            return BundleRefusals.NotFound();
        }

        if (bundle.Cancel(session.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(new ActRecord(Act.BundleCancelled, bundle.Id));
        return await session.SaveAsync(ct);
    }
}
