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
    AuditKeys keys,
    DateTimeOffset now
)
{
    /// <summary>The same for every try.</summary>
    private readonly Guid _id = Guid.CreateVersion7(now);
    private IReadOnlyList<WaitingEntry> _entries = [];
    private int _tries;
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
        _entries = AuditTrail.Append(db, acts, actor, _id, keys, now);
        _tries++;
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
    }

    private async Task<bool> HasCommittedAsync(CancellationToken ct)
    {
        _isUnsure = true;
        var found = await AuditTrail.HasAsync(db, _id, ct);
        _isUnsure = false;
        return found;
    }

    /// <summary>The database may finish a commit after the connection broke, when the next try is under way already.</summary>
    private async Task<bool> HasEarlierTryCommittedAsync(CancellationToken ct) =>
        _tries > 1 && await HasCommittedAsync(ct);
}
