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
