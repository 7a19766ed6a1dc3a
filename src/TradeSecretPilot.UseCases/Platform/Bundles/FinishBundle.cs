using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform.Bundles;

/// <summary>A bundle is made, or could not be; whoever asked for it is told.</summary>
public sealed class FinishBundle(PilotSessions sessions)
{
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <param name="Bytes">Length of the file; null when it could not be made.</param>
    public sealed record Input(Guid BundleId, long? Bytes);

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
            session.Tell(
                Recipients.Account(bundle.AccountId),
                new Message(
                    $"“{bundle.Title}”已打包，{Bundle.KeptDays}天内可以下载。",
                    $"“{bundle.Title}” is ready; it can be downloaded for {Bundle.KeptDays} days.",
                    "/downloads"
                )
            );
        }
        else
        {
            bundle.Fail(session.Now);
            session.Tell(
                Recipients.Account(bundle.AccountId),
                new Message(
                    $"“{bundle.Title}”未能打包，请重试或联系系统管理员。",
                    $"“{bundle.Title}” could not be bundled. Try again, or tell the system administrator.",
                    "/downloads"
                )
            );
        }

        session.Did(new Act(input.Bytes is null ? "Bundle.Failed" : "Bundle.Made", bundle.Id));
        return await session.SaveAsync(ct);
    }
}
