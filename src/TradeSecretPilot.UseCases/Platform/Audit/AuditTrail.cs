using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Appends to and verifies the chain.</summary>
internal static class AuditTrail
{
    private const int PageSize = 1000;
    private const string Missing = "记录缺失 (row missing)";

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

    /// <summary>
    /// Walks the chain up to the head that it read first. Entries only follow one another and are never touched again, so what
    /// is written meanwhile lies beyond the walk and cannot look like a fault.
    /// </summary>
    public static async Task<AuditVerification> VerifyAsync(PilotDbContext db, CancellationToken ct)
    {
        var head = await HeadAsync(db, ct);
        long expected = 1;
        var previous = AuditEntry.Origin;
        while (expected <= head.Sequence)
        {
            var from = expected;
            var page = await db
                .AuditEntries.AsNoTracking()
                .Where(e => e.Sequence >= from && e.Sequence <= head.Sequence)
                .OrderBy(e => e.Sequence)
                .Take(PageSize)
                .ToListAsync(ct);
            foreach (var entry in page)
            {
                if (ProblemOf(entry, expected, previous) is { } problem)
                {
                    return AuditVerification.Broken(expected - 1, expected, problem);
                }

                previous = entry.Hash;
                expected++;
            }

            if (page.Count == 0)
            {
                return AuditVerification.Broken(expected - 1, expected, Missing);
            }
        }

        if (head.Hash != previous)
        {
            return AuditVerification.Broken(
                expected - 1,
                expected,
                "链尾与登记不符 (the end of the chain does not match its head)"
            );
        }

        return await StrayAsync(db, ct) is { } stray
            ? AuditVerification.Broken(expected - 1, stray, "插入的记录 (inserted row)")
            : AuditVerification.Valid(expected - 1);
    }

    private static string? ProblemOf(AuditEntry entry, long expected, string previous) =>
        entry.Sequence != expected ? Missing
        : entry.PreviousHash != previous ? "与上一条不相接 (does not follow its predecessor)"
        : entry.Hash != entry.ComputeHash() ? "内容与指纹不符 (content does not match its hash)"
        : null;

    /// <summary>
    /// An entry outside the chain. The entries are asked before the head: one that was written with its head has it by then.
    /// </summary>
    private static async Task<long?> StrayAsync(PilotDbContext db, CancellationToken ct)
    {
        var numbers = db.AuditEntries.Select(e => (long?)e.Sequence);
        if (await numbers.MinAsync(ct) is < 1 and { } before)
        {
            return before;
        }

        var last = await numbers.MaxAsync(ct) ?? 0;
        var end = (await HeadAsync(db, ct)).Sequence;
        return last > end ? await numbers.Where(n => n > end).MinAsync(ct) : null;
    }

    private static Task<AuditHead> HeadAsync(PilotDbContext db, CancellationToken ct) =>
        db.AuditHeads.AsNoTracking().SingleAsync(h => h.Id == AuditHead.OnlyId, ct);
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
