using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// Walks the chain from its first entry to its head within the caller's snapshot, and stops at the first bad entry. Each sound
/// entry is shown to whoever asks, with the Merkle tree up to it.
/// </summary>
internal sealed class ChainWalk(PilotDbContext db, AuditKeys keys)
{
    private const int PageSize = 500;

    private readonly MerkleFrontier _tree = new();

    /// <summary>Entries that are sound.</summary>
    public long Entries => _tree.Size;

    /// <summary>The Merkle root over them.</summary>
    public byte[] Root() => _tree.Root();

    /// <returns>What is wrong; null when the whole chain is sound.</returns>
    public async Task<AuditFinding?> RunAsync(
        Action<AuditEntry, MerkleFrontier> see,
        CancellationToken ct
    )
    {
        var head = await db
            .AuditHeads.AsNoTracking()
            .SingleOrDefaultAsync(h => h.Id == AuditHead.OnlyId, ct);
        if (head is null)
        {
            return new AuditFinding(1, AuditProblems.NoHead);
        }

        var previous = AuditEntry.Origin;
        while (Entries < head.Sequence)
        {
            var after = Entries;
            var page = await db
                .AuditEntries.AsNoTracking()
                .Where(e => e.Sequence > after && e.Sequence <= head.Sequence)
                .OrderBy(e => e.Sequence)
                .Take(PageSize)
                .ToListAsync(ct);
            foreach (var entry in page)
            {
                if (ProblemOf(entry, previous) is { } problem)
                {
                    return new AuditFinding(Entries + 1, problem);
                }

                previous = entry.Hash;
                _tree.Append(LeafOf(entry.Hash));
                see(entry, _tree);
            }

            if (page.Count == 0)
            {
                return new AuditFinding(Entries + 1, AuditProblems.Missing);
            }
        }

        if (head.Hash != previous)
        {
            return new AuditFinding(Entries + 1, AuditProblems.HeadDiffers);
        }

        var stray = await db
            .AuditEntries.Where(e => e.Sequence < 1 || e.Sequence > head.Sequence)
            .MinAsync(e => (long?)e.Sequence, ct);
        return stray is { } sequence ? new AuditFinding(sequence, AuditProblems.Inserted) : null;
    }

    /// <summary>The leaf of an entry: its hash is the item of the tree.</summary>
    public static byte[] LeafOf(string hash) => MerkleTree.LeafHash(Convert.FromHexString(hash));

    private string? ProblemOf(AuditEntry entry, string previous) =>
        entry.Sequence != Entries + 1 ? AuditProblems.Missing
        : entry.PreviousHash != previous ? AuditProblems.NotLinked
        : entry.Hash != entry.ComputeHash() ? AuditProblems.HashDiffers
        : !entry.IsSealed(keys) ? AuditProblems.NotSealed
        : !entry.IsOfBefore && !entry.IsMarked(keys) ? AuditProblems.NotMarked
        : null;
}
