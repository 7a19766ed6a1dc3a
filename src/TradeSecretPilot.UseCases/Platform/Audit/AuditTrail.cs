using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Writes the entries of acts.</summary>
internal static class AuditTrail
{
    /// <summary>
    /// Adds one entry for each act to the caller's transaction. It touches no row that others write, so acts do not wait for one
    /// another here.
    /// </summary>
    /// <returns>The entries. Whether they stand in the database is whether the transaction was committed.</returns>
    public static IReadOnlyList<WaitingEntry> Append(
        PilotDbContext db,
        IReadOnlyList<ActRecord> acts,
        Actor actor,
        Guid commitId,
        AuditKeys keys,
        DateTimeOffset now
    )
    {
        var digest = ChangeDigest.Of(db.ChangeTracker);
        if (
            digest.Receipts.FirstOrDefault(r =>
                !acts.Any(a => ReceiptSeal.Issues(a.Act, r.Kind))
            ) is
            { } unbound
        )
        {
            throw new InvalidOperationException(
                $"A receipt of kind {unbound.Kind} needs the act that issues it."
            );
        }

        var entries = acts.Select(
                (act, i) => WaitingEntry.Write(act, actor, commitId, i, digest, keys, now)
            )
            .ToList();
        db.WaitingEntries.AddRange(entries);
        return entries;
    }

    /// <summary>Whether the entries of a transaction are there, waiting or placed.</summary>
    public static async Task<bool> HasAsync(
        PilotDbContext db,
        Guid commitId,
        CancellationToken ct
    ) =>
        // In this order: an entry goes from the one table to the other.
        await db.WaitingEntries.IgnoreQueryFilters().AnyAsync(e => e.CommitId == commitId, ct)
        || await db.AuditEntries.IgnoreQueryFilters().AnyAsync(e => e.CommitId == commitId, ct);
}

/// <summary>What a check of the trail found.</summary>
/// <param name="Entries">Entries that are sound.</param>
/// <param name="FirstBad">
/// The entry that the first finding belongs to: the first bad one of the chain, the one that recorded a row otherwise, or the one
/// that should be there and is not. Null when all is well.
/// </param>
/// <param name="Problem">What is wrong.</param>
public sealed record AuditVerification(long Entries, long? FirstBad, string? Problem)
{
    public bool IsValid => FirstBad is null;

    /// <summary>Entries that had no place yet; they were checked as well.</summary>
    public int Waiting { get; init; }

    /// <summary>Anchors whose root was computed anew.</summary>
    public int Anchors { get; init; }

    /// <summary>Rows of records that were compared with the trail.</summary>
    public int Rows { get; init; }

    /// <summary>Everything that was found, the first as in <see cref="Problem"/>.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; init; } = [];

    internal static AuditVerification Of(long entries, IReadOnlyList<AuditFinding> findings) =>
        new(
            entries,
            findings.Count == 0 ? null : findings[0].Sequence,
            findings.Count == 0 ? null : findings[0].Problem
        )
        {
            Findings = findings,
        };
}

/// <param name="Sequence">The entry that it belongs to.</param>
/// <param name="Problem">What is wrong, in both languages.</param>
public sealed record AuditFinding(long Sequence, string Problem);
