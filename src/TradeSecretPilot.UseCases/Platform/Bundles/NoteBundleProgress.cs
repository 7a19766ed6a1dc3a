using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Platform.Bundles;

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
        var until = (DateTimeOffset?)(Machine.GetUtcNow() + TakeBundle.Lease);
        return await session
                .Db.Bundles.Where(b =>
                    b.Id == input.BundleId
                    && b.Status == BundleStatus.Running
                    && b.Done <= input.Done
                )
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(b => b.Done, input.Done)
                            .SetProperty(b => b.Refused, input.Refused)
                            .SetProperty(b => b.LeaseUntil, until),
                    ct
                ) == 1;
    }
}
