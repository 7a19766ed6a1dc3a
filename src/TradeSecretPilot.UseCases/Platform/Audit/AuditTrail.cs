using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Appends to and verifies the chain.</summary>
internal static class AuditTrail
{
    private const int PageSize = 1000;

    /// <summary>
    /// Appends one entry for each act inside the caller's transaction. Raising the head first takes its row lock, so
    /// concurrent writers follow one another and the chain never forks.
    /// </summary>
    /// <returns>The entries, in their order. Whether they stand in the database is whether the transaction was committed.</returns>
    public static async Task<IReadOnlyList<AuditEntry>> AppendAsync(
        PilotDbContext db,
        IReadOnlyList<ActRecord> acts,
        Actor actor,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var digest = ChangeDigest.Of(db.ChangeTracker);
        var head = db.AuditHeads.Where(h => h.Id == AuditHead.OnlyId);
        var raised = await head.ExecuteUpdateAsync(
            s => s.SetProperty(h => h.Sequence, h => h.Sequence + acts.Count),
            ct
        );
        if (raised != 1)
        {
            throw new InvalidOperationException(
                "The audit chain has no head: the database was not migrated."
            );
        }

        var end = await head.AsNoTracking().SingleAsync(ct);
        var (sequence, hash) = (end.Sequence - acts.Count, end.Hash);
        var entries = new List<AuditEntry>(acts.Count);
        foreach (var act in acts)
        {
            var entry = AuditEntry.Append(act, actor, digest, ++sequence, hash, now);
            hash = entry.Hash;
            entries.Add(entry);
        }

        db.AuditEntries.AddRange(entries);
        await head.ExecuteUpdateAsync(s => s.SetProperty(h => h.Hash, hash), ct);
        return entries;
    }

    /// <summary>Walks the whole chain.</summary>
    public static async Task<AuditVerification> VerifyAsync(PilotDbContext db, CancellationToken ct)
    {
        long expected = 1;
        var previous = AuditEntry.Origin;
        while (true)
        {
            var from = expected;
            var page = await db
                .AuditEntries.AsNoTracking()
                .Where(e => e.Sequence >= from)
                .OrderBy(e => e.Sequence)
                .Take(PageSize)
                .ToListAsync(ct);
            foreach (var entry in page)
            {
                if (entry.Sequence != expected)
                {
                    return AuditVerification.Broken(
                        expected - 1,
                        expected,
                        "记录缺失 (row missing)"
                    );
                }

                if (entry.PreviousHash != previous)
                {
                    return AuditVerification.Broken(
                        expected - 1,
                        expected,
                        "与上一条不相接 (does not follow its predecessor)"
                    );
                }

                if (entry.Hash != entry.ComputeHash())
                {
                    return AuditVerification.Broken(
                        expected - 1,
                        expected,
                        "内容与指纹不符 (content does not match its hash)"
                    );
                }

                previous = entry.Hash;
                expected++;
            }

            if (page.Count < PageSize)
            {
                break;
            }
        }

        var before = await db
            .AuditEntries.AsNoTracking()
            .Where(e => e.Sequence < 1)
            .OrderBy(e => e.Sequence)
            .FirstOrDefaultAsync(ct);
        if (before is not null)
        {
            return AuditVerification.Broken(
                expected - 1,
                before.Sequence,
                "插入的记录 (inserted row)"
            );
        }

        var head = await db
            .AuditHeads.AsNoTracking()
            .SingleAsync(h => h.Id == AuditHead.OnlyId, ct);
        return head.Sequence == expected - 1 && head.Hash == previous
            ? AuditVerification.Valid(expected - 1)
            : AuditVerification.Broken(
                expected - 1,
                expected,
                "链尾与登记不符 (the end of the chain does not match its head)"
            );
    }
}

/// <summary>What a walk along the chain found.</summary>
/// <param name="Entries">Entries that are sound.</param>
/// <param name="FirstBad">Sequence of the first bad row; null when the chain is valid.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record AuditVerification(long Entries, long? FirstBad, string? Problem)
{
    public bool IsValid => FirstBad is null;

    internal static AuditVerification Valid(long entries) => new(entries, null, null);

    internal static AuditVerification Broken(long entries, long firstBad, string problem) =>
        new(entries, firstBad, problem);
}
