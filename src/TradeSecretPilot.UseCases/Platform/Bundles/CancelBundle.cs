using TradeSecretPilot.Domain;

namespace TradeSecretPilot.UseCases.Platform.Bundles;

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

        session.Did(new Act("Bundle.Cancelled", bundle.Id));
        return await session.SaveAsync(ct);
    }
}
