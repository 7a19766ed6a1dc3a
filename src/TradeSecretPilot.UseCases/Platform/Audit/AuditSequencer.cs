using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// Gives waiting entries their places and links them into the chain, in batches. One works at a time, by the lock of the head row;
/// acts never wait for it. Entries follow in the order in which the database received them, those of one act together.
/// </summary>
public sealed partial class AuditSequencer
{
    private const int BatchSize = 500;

    private readonly DbContextOptions<PilotDbContext> _options;
    private readonly AuditKeys _keys;
    private readonly ILogger<AuditSequencer> _logger;

    internal AuditSequencer(
        DbContextOptions<PilotDbContext> options,
        AuditKeys keys,
        ILogger<AuditSequencer> logger
    ) => (_options, _keys, _logger) = (options, keys, logger);

    /// <summary>
    /// Places what waits. What must not be placed (its mark is not the content's, or its end of the chain is not sound) keeps
    /// waiting, and every check says so.
    /// </summary>
    /// <returns>Entries placed.</returns>
    public async Task<int> PlaceAsync(CancellationToken ct)
    {
        var placed = 0;
        long after = 0;
        while (true)
        {
            await using var db = new PilotDbContext(_options, Tenancy.Everything)
            {
                UseCase = nameof(AuditSequencer),
            };
            if (!await db.WaitingEntries.AnyAsync(e => e.Id > after, ct))
            {
                return placed;
            }

            try
            {
                var batch = await db
                    .Database.CreateExecutionStrategy()
                    .ExecuteInTransactionAsync(
                        token => PlaceBatchAsync(db, after, token),
                        // Done or not: what waits is read anew.
                        _ => Task.FromResult(false),
                        ct
                    );
                placed += batch.Placed;
                if (batch.Last is not { } last)
                {
                    return placed;
                }

                after = last;
            }
            catch (Exception e) when (e is DbUpdateException && !DatabaseErrors.IsTransient(e))
            {
                LogStuck(e);
                return placed;
            }
        }
    }

    /// <returns>How many were placed, and where to go on; null when the chain takes nothing.</returns>
    private async Task<(int Placed, long? Last)> PlaceBatchAsync(
        PilotDbContext db,
        long after,
        CancellationToken ct
    )
    {
        db.ChangeTracker.Clear();
        var heads = db.AuditHeads.Where(h => h.Id == AuditHead.OnlyId);
        // Takes the row's lock before anything is read.
        if (
            await heads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, h => h.Sequence), ct)
            != 1
        )
        {
            LogNoHead();
            return (0, null);
        }

        var head = await heads.AsNoTracking().SingleAsync(ct);
        if (!await IsSoundAsync(db, head, ct))
        {
            LogUnsound(head.Sequence);
            return (0, null);
        }

        var waiting = await db
            .WaitingEntries.AsNoTracking()
            .Where(e => e.Id > after)
            .OrderBy(e => e.Id)
            .Take(BatchSize)
            .ToListAsync(ct);
        var commits = waiting.Select(e => e.CommitId).Distinct().ToList();
        var there = (
            await db
                .AuditEntries.Where(e => commits.Contains(e.CommitId))
                .Select(e => new
                {
                    e.CommitId,
                    e.Ordinal,
                    e.Mac,
                })
                .ToListAsync(ct)
        ).ToDictionary(e => (e.CommitId, e.Ordinal), e => e.Mac);
        var (sequence, hash, done) = (head.Sequence, head.Hash, new List<long>());
        foreach (var entry in waiting.Where(e => e.IsMarked(_keys)))
        {
            if (there.TryGetValue((entry.CommitId, entry.Ordinal), out var mac))
            {
                // The same act twice: its connection broke, and both tries were committed.
                if (mac == entry.Mac)
                {
                    done.Add(entry.Id);
                }

                continue;
            }

            var placed = AuditEntry.Place(entry, ++sequence, hash, _keys);
            hash = placed.Hash;
            there[(entry.CommitId, entry.Ordinal)] = entry.Mac;
            db.AuditEntries.Add(placed);
            done.Add(entry.Id);
        }

        await db.SaveChangesAsync(ct);
        await heads.ExecuteUpdateAsync(
            s => s.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash),
            ct
        );
        await db.WaitingEntries.Where(e => done.Contains(e.Id)).ExecuteDeleteAsync(ct);
        return ((int)(sequence - head.Sequence), waiting.Count == 0 ? null : waiting[^1].Id);
    }

    /// <summary>Whether the chain ends where its head says: nothing is linked to an end that was put there by somebody else.</summary>
    private async Task<bool> IsSoundAsync(PilotDbContext db, AuditHead head, CancellationToken ct)
    {
        if (head.Sequence == 0)
        {
            return head.Hash == AuditEntry.Origin && !await db.AuditEntries.AnyAsync(ct);
        }

        var last = await db
            .AuditEntries.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Sequence == head.Sequence, ct);
        // Entries of before there were seals wait for theirs (SealAudit); until then they end the chain as they did.
        return last is not null
            && last.Hash == head.Hash
            && last.Hash == last.ComputeHash()
            && (last.IsSealed(_keys) || (last.IsOfBefore && last.Seal is null));
    }

    [LoggerMessage(LogLevel.Critical, "The audit chain has no head; entries wait for their place")]
    private partial void LogNoHead();

    [LoggerMessage(
        LogLevel.Critical,
        "The end of the audit chain at {Sequence} is not sound; entries wait for their place"
    )]
    private partial void LogUnsound(long sequence);

    [LoggerMessage(LogLevel.Critical, "Entries of the audit trail could not be given a place")]
    private partial void LogStuck(Exception exception);
}
