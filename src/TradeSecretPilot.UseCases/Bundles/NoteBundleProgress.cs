using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>
/// Says how far a bundle is, and holds it for another while. Progress is no act: it leaves no trace in the audit trail, which would
/// otherwise hold little else.
/// </summary>
public sealed class NoteBundleProgress(PilotSessions sessions)
{
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    public sealed record Input(Guid BundleId, int Done, int Refused);

    /// <returns>False when the bundle is no longer wanted, or another node has it.</returns>
    public async Task<bool> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        return await session.Db.Bundles.NoteProgressAsync(
            input.BundleId,
            input.Done,
            input.Refused,
            Machine.GetUtcNow() + TakeBundle.Lease,
            ct
        );
    }
}
