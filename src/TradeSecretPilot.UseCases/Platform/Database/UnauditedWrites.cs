using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// Writes that are no acts and leave no trace in the audit trail, which would otherwise hold little else. One statement each, past
/// the change tracker.
/// </summary>
internal static class UnauditedWrites
{
    /// <summary>Marks notices as read.</summary>
    /// <param name="now">UTC.</param>
    public static Task MarkReadAsync(
        this IQueryable<Notice> notices,
        DateTimeOffset? now,
        CancellationToken ct
    ) => notices.ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), ct);

    /// <summary>Counts a refusal of something that is due. Runs soon after each other count once: they are one try.</summary>
    public static async Task NoteStallAsync(
        this PilotDbContext db,
        DueStall stall,
        TimeSpan oneTry,
        CancellationToken ct
    )
    {
        var before = stall.LastAt - oneTry;
        var counted = await db
            .DueStalls.Where(s => s.Key == stall.Key && s.LastAt <= before)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(x => x.Refusals, x => x.Refusals + 1)
                        .SetProperty(x => x.Reason, stall.Reason)
                        .SetProperty(x => x.LastAt, stall.LastAt),
                ct
            );
        if (counted > 0 || await db.DueStalls.AnyAsync(s => s.Key == stall.Key, ct))
        {
            return;
        }

        db.DueStalls.Add(stall);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueViolation(e))
        {
            // Another node noted the same try.
        }
    }

    /// <summary>What is done, or no longer due, is no stall any more.</summary>
    public static Task ForgetAsync(
        this IQueryable<DueStall> stalls,
        IReadOnlyList<string> keys,
        CancellationToken ct
    ) => stalls.Where(s => EF.Parameter(keys).Contains(s.Key)).ExecuteDeleteAsync(ct);

    /// <summary>Notes how far a bundle is and prolongs its lease.</summary>
    /// <param name="leaseUntil">UTC, by the machine's clock.</param>
    /// <returns>False when the bundle is no longer wanted, or another node is ahead.</returns>
    public static async Task<bool> NoteProgressAsync(
        this IQueryable<Bundle> bundles,
        Guid id,
        int done,
        int refused,
        DateTimeOffset? leaseUntil,
        CancellationToken ct
    ) =>
        await bundles
            .Where(b => b.Id == id && b.Status == BundleStatus.Running && b.Done <= done)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(b => b.Done, done)
                        .SetProperty(b => b.Refused, refused)
                        .SetProperty(b => b.LeaseUntil, leaseUntil),
                ct
            ) == 1;
}
