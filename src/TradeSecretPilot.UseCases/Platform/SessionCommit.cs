using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// The one transaction of a session. When the connection breaks it is tried again, as a whole and for the same instant; when it
/// breaks during the commit, the audit entries tell whether the database had committed, so nothing is done twice.
/// </summary>
internal sealed class SessionCommit(
    PilotDbContext db,
    IReadOnlyList<ActRecord> acts,
    Actor actor,
    DateTimeOffset now
)
{
    /// <summary>The last audit entry of each try. No two tries have the same hash at the same place.</summary>
    private readonly List<AuditEntry> _ends = [];
    private IReadOnlyList<AuditEntry> _entries = [];
    private bool _isUnsure;

    public async Task<Result> RunAsync(CancellationToken ct)
    {
        try
        {
            await db
                .Database.CreateExecutionStrategy()
                .ExecuteInTransactionAsync(
                    this,
                    (commit, token) => commit.WriteAsync(token),
                    (commit, token) => commit.HasCommittedAsync(token),
                    ct
                );
        }
        catch (DbUpdateConcurrencyException)
        {
            if (!await HasEarlierTryCommittedAsync(ct))
            {
                return PlatformRefusals.ChangedMeanwhile();
            }
        }
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueViolation(e))
        {
            if (!await HasEarlierTryCommittedAsync(ct))
            {
                return PlatformRefusals.AlreadyDone();
            }
        }
        catch (Exception e) when (DatabaseErrors.IsTransient(e))
        {
            return _isUnsure ? PlatformRefusals.Unsure() : PlatformRefusals.Busy();
        }

        db.ChangeTracker.AcceptAllChanges();
        return Result.Done;
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        foreach (var entry in _entries)
        {
            // Of an earlier try, whose transaction was rolled back.
            db.Entry(entry).State = EntityState.Detached;
        }

        _entries = [];
        _entries = await AuditTrail.AppendAsync(db, acts, actor, now, ct);
        _ends.Add(_entries[^1]);
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
    }

    private async Task<bool> HasCommittedAsync(CancellationToken ct)
    {
        _isUnsure = true;
        var (sequences, hashes) = (
            _ends.Select(e => e.Sequence).ToList(),
            _ends.Select(e => e.Hash).ToList()
        );
        var found = await db
            .AuditEntries.IgnoreQueryFilters()
            .AsNoTracking()
            .AnyAsync(e => sequences.Contains(e.Sequence) && hashes.Contains(e.Hash), ct);
        _isUnsure = false;
        return found;
    }

    /// <summary>The database may finish a commit after the connection broke, when the next try is under way already.</summary>
    private async Task<bool> HasEarlierTryCommittedAsync(CancellationToken ct) =>
        _ends.Count > 1 && await HasCommittedAsync(ct);
}
