using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Makes anchors of the chain, and the proofs that rest on them.</summary>
public sealed partial class AuditAnchors
{
    private readonly DbContextOptions<PilotDbContext> _options;
    private readonly AuditKeys _keys;
    private readonly AuditSequencer _sequencer;
    private readonly AuditAnchorFile _file;
    private readonly TimeStampAuthority _stamps;
    private readonly TimeProvider _clock;
    private readonly ILogger<AuditAnchors> _logger;

    internal AuditAnchors(
        DbContextOptions<PilotDbContext> options,
        AuditKeys keys,
        AuditSequencer sequencer,
        AuditAnchorFile file,
        TimeStampAuthority stamps,
        TimeProvider clock,
        ILogger<AuditAnchors> logger
    ) =>
        (_options, _keys, _sequencer, _file, _stamps, _clock, _logger) = (
            options,
            keys,
            sequencer,
            file,
            stamps,
            clock,
            logger
        );

    /// <summary>
    /// Signs the chain as it is into the database, the file and the log. Nothing is signed when the trail is empty, or when the
    /// chain or an earlier anchor does not hold: an anchor must not vouch for what was changed.
    /// </summary>
    /// <returns>The anchor and what is wrong; neither of an empty trail.</returns>
    /// <exception cref="AuditAnchorException">The file cannot be read or written.</exception>
    internal async Task<(AuditAnchor? Anchor, AuditFinding? Problem)> MakeAsync(
        CancellationToken ct
    )
    {
        await _sequencer.PlaceAsync(ct);
        var kept = await _file.ReadAsync(ct);
        await using var db = Open();
        var (size, root, problem) = await db.ReadAsync(
            async token =>
            {
                var stored = await db
                    .AuditAnchors.AsNoTracking()
                    .OrderBy(a => a.At)
                    .ToListAsync(token);
                var earlier = new AnchorCheck(stored, kept, _keys);
                var walk = new ChainWalk(db, _keys);
                var broken = await walk.RunAsync((_, tree) => earlier.See(tree), token);
                return (
                    walk.Entries,
                    walk.Root(),
                    broken ?? earlier.Findings(walk.Entries, isWhole: true).FirstOrDefault()
                );
            },
            ct
        );
        if (problem is not null || size == 0)
        {
            return (null, problem);
        }

        var anchor = AuditAnchor.Sign(size, root, _keys, _clock.Now());
        if (await _stamps.StampAsync(Convert.FromBase64String(anchor.Signature), ct) is { } token)
        {
            anchor.AddTimeStamp(token);
        }

        db.AuditAnchors.Add(anchor);
        await db.SaveChangesAsync(ct);
        await _file.AppendAsync(anchor, ct);
        LogAnchor(anchor.Size, anchor.RootSha256, anchor.KeyId, anchor.Signature);
        return (anchor, null);
    }

    /// <summary>The proof that a receipt's entry stands under the first anchor that covers it.</summary>
    /// <returns>Null while no anchor covers it, or when it was issued before receipts were bound to entries.</returns>
    internal async Task<ReceiptProof?> ProveAsync(Receipt receipt, CancellationToken ct)
    {
        await using var db = Open();
        var seal = ReceiptSeal.Of(receipt);
        return await db.ReadAsync(
            async token =>
            {
                var entry = await db
                    .AuditEntries.AsNoTracking()
                    .FirstOrDefaultAsync(e => e.ReceiptSha256 == seal, token);
                if (entry is null)
                {
                    return null;
                }

                var anchor = await db
                    .AuditAnchors.AsNoTracking()
                    .Where(a => a.Size >= entry.Sequence)
                    .OrderBy(a => a.Size)
                    .ThenBy(a => a.At)
                    .FirstOrDefaultAsync(token);
                if (anchor is null)
                {
                    return null;
                }

                var hashes = await db
                    .AuditEntries.Where(e => e.Sequence <= anchor.Size)
                    .OrderBy(e => e.Sequence)
                    .Select(e => e.Hash)
                    .ToListAsync(token);
                return ReceiptProof.Of(
                    receipt,
                    entry,
                    MerkleTree.InclusionProof(
                        [.. hashes.Select(ChainWalk.LeafOf)],
                        (int)(entry.Sequence - 1)
                    ),
                    anchor
                );
            },
            ct
        );
    }

    /// <summary>Where a receipt's entry stands, and the first anchor that covers it; null while none does.</summary>
    internal async Task<ReceiptAnchor?> FindAsync(Receipt receipt, CancellationToken ct)
    {
        await using var db = Open();
        var seal = ReceiptSeal.Of(receipt);
        return await (
            from e in db.AuditEntries
            where e.ReceiptSha256 == seal
            from a in db.AuditAnchors
            where a.Size >= e.Sequence
            orderby a.Size, a.At
            select new ReceiptAnchor(e.Sequence, a.At, a.Size)
        ).FirstOrDefaultAsync(ct);
    }

    private PilotDbContext Open() =>
        new(_options, Tenancy.Everything) { UseCase = nameof(AuditAnchors) };

    [LoggerMessage(
        LogLevel.Information,
        "Audit anchor: {Size} entries, root {Root}, key {Key}, signature {Signature}"
    )]
    private partial void LogAnchor(long size, string root, string key, string signature);
}

/// <summary>The anchor that covers a receipt.</summary>
/// <param name="Sequence">Of the receipt's entry.</param>
/// <param name="At">UTC, of the anchor.</param>
/// <param name="Size">Entries under it.</param>
public sealed record ReceiptAnchor(long Sequence, DateTimeOffset At, long Size);
