using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>A bundle is made, or could not be; the requester is notified.</summary>
public sealed class FinishBundle(PilotSessions sessions)
{
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <param name="Bytes">Length of the file; null when it could not be made.</param>
    /// <param name="Failure">Why it could not be made.</param>
    public sealed record Input(Guid BundleId, long? Bytes, BundleFailure? Failure = null);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        if (
            await session.FindBundleAsync(input.BundleId, ct)
            is not { Status: BundleStatus.Running } bundle
        )
        {
            return BundleRefusals.NotUnderWay();
        }

        if (input.Bytes is { } bytes)
        {
            bundle.Finish(
                bytes,
                session.Now,
                Machine.GetUtcNow() + TimeSpan.FromDays(Bundle.KeptDays)
            );
            session.Notify(
                Recipients.Account(bundle.AccountId),
                new BundleMessages.Ready(bundle.Title)
            );
        }
        else
        {
            bundle.Fail(input.Failure ?? BundleFailure.Unexpected, session.Now);
            session.Notify(
                Recipients.Account(bundle.AccountId),
                new BundleMessages.Failed(bundle.Title)
            );
        }

        session.Record(
            new ActRecord(input.Bytes is null ? Act.BundleFailed : Act.BundleMade, bundle.Id)
        );
        return await session.SaveAsync(ct);
    }
}
