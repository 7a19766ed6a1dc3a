using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Platform.Bundles;

/// <summary>
/// Takes the next bundle to be made, for a while: a node that dies over it gives it back when the lease ends. On the way
/// it clears away what is kept no longer.
/// </summary>
public sealed class TakeBundle(PilotSessions sessions, FileStore files)
{
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>Leases are real time: a demonstration that jumps a year is still making its bundle.</summary>
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    public sealed record View(
        Guid BundleId,
        Guid AccountId,
        BundleKind Kind,
        IReadOnlyList<Guid> Items
    );

    /// <returns>Null when nothing waits.</returns>
    public async Task<View?> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var now = Machine.GetUtcNow();
        await ExpireAsync(session, now, ct);
        var waiting = await session
            .Db.Bundles.Where(b =>
                b.Status == BundleStatus.Waiting
                || (b.Status == BundleStatus.Running && b.LeaseUntil < now)
            )
            .OrderBy(b => b.RequestedAt)
            .ThenBy(b => b.Id)
            .FirstOrDefaultAsync(ct);
        if (waiting is null)
        {
            return null;
        }

        waiting.Take(now + Lease);
        session.Did(new Act("Bundle.Begun", waiting.Id));
        return (await session.SaveAsync(ct)).Refusal is null
            ? new View(waiting.Id, waiting.AccountId, waiting.Kind, waiting.Items)
            : null;
    }

    private async Task ExpireAsync(PilotSession session, DateTimeOffset now, CancellationToken ct)
    {
        var expired = await session
            .Db.Bundles.Where(b => b.Status == BundleStatus.Ready && b.KeptUntil < now)
            .ToListAsync(ct);
        if (expired.Count == 0)
        {
            return;
        }

        foreach (var bundle in expired)
        {
            bundle.Expire();
            session.Did(new Act("Bundle.Expired", bundle.Id));
        }

        if ((await session.SaveAsync(ct)).Refusal is null)
        {
            expired.ForEach(b => files.Delete(b.FileName));
        }
    }
}
