using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// The whole check of the trail: its chain, marks and seals, its anchors here and in the file, what waits, receipts, certificates, and
/// every kept row. All of it is read in one snapshot, so what is written meanwhile cannot look like a fault.
/// </summary>
public sealed class AuditExamination
{
    /// <summary>An entry that waits longer has been left behind.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private const int MostFindings = 200;

    private readonly DbContextOptions<PilotDbContext> _options;
    private readonly AuditKeys _keys;
    private readonly AuditSequencer _sequencer;
    private readonly AuditAnchorFile _file;
    private readonly TimeProvider _clock;

    internal AuditExamination(
        DbContextOptions<PilotDbContext> options,
        AuditKeys keys,
        AuditSequencer sequencer,
        AuditAnchorFile file,
        TimeProvider clock
    ) => (_options, _keys, _sequencer, _file, _clock) = (options, keys, sequencer, file, clock);

    /// <exception cref="AuditAnchorException">The file of anchors cannot be read.</exception>
    public async Task<AuditVerification> RunAsync(CancellationToken ct)
    {
        await _sequencer.PlaceAsync(ct);
        // Before the snapshot: an anchor stands in the database before it stands in the file.
        var kept = await _file.ReadAsync(ct);
        await using var db = new PilotDbContext(_options, Tenancy.Everything)
        {
            UseCase = nameof(AuditExamination),
        };
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        return await db.ReadAsync(token => ExamineAsync(db, kept, token), ct);
    }

    private async Task<AuditVerification> ExamineAsync(
        PilotDbContext db,
        IReadOnlyList<AuditAnchor> kept,
        CancellationToken ct
    )
    {
        var findings = new List<AuditFinding>();
        var record = new TrailRecord();
        var anchors = await db
            .AuditAnchors.AsNoTracking()
            .OrderBy(a => a.At)
            .ThenBy(a => a.Id)
            .ToListAsync(ct);
        var roots = new AnchorCheck(anchors, kept, _keys);
        var certificates = await CertificateCheck.ReadAsync(db, ct);
        var walk = new ChainWalk(db, _keys);
        var broken = await walk.RunAsync(
            (entry, tree) =>
            {
                record.Add(entry, entry.Sequence);
                roots.See(tree);
                certificates.See(entry);
            },
            ct
        );
        if (broken is not null)
        {
            findings.Add(broken);
        }
        else if (walk.Entries == 0)
        {
            findings.Add(new AuditFinding(1, AuditProblems.Empty));
        }

        findings.AddRange(roots.Findings(walk.Entries, isWhole: broken is null));
        var waiting = 0;
        var rows = 0;
        if (broken is null)
        {
            waiting = await TakeWaitingAsync(db, walk.Entries, record, findings, ct);
            findings.AddRange(await ReceiptsAsync(db, walk.Entries, record, ct));
            findings.AddRange(certificates.Findings(record));
            rows = await RowCheck.RunAsync(db, walk.Entries, record, findings, ct);
        }

        return AuditVerification.Of(walk.Entries, [.. findings.Take(MostFindings)]) with
        {
            Waiting = waiting,
            Anchors = anchors.Count,
            Rows = rows,
        };
    }

    /// <summary>Entries that were written since the chain was: their rows are in this snapshot as well.</summary>
    private async Task<int> TakeWaitingAsync(
        PilotDbContext db,
        long entries,
        TrailRecord record,
        List<AuditFinding> findings,
        CancellationToken ct
    )
    {
        var late = _clock.Now() - LongestWait;
        var waiting = await db.WaitingEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct);
        foreach (var entry in waiting)
        {
            if (!entry.IsMarked(_keys))
            {
                findings.Add(
                    new AuditFinding(entries + 1, AuditProblems.WaitingNotMarked(entry.Act))
                );
                continue;
            }

            record.Add(entry, entries + 1);
            if (entry.At < late)
            {
                findings.Add(new AuditFinding(entries + 1, AuditProblems.StillWaiting(entry.Act)));
            }
        }

        return waiting.Count;
    }

    private static async Task<List<AuditFinding>> ReceiptsAsync(
        PilotDbContext db,
        long entries,
        TrailRecord record,
        CancellationToken ct
    )
    {
        var findings = new List<AuditFinding>();
        var found = new HashSet<string>();
        await foreach (
            var receipt in db.Receipts.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct)
        )
        {
            var seal = ReceiptSeal.Of(receipt);
            if (record.Receipts.TryGetValue(seal, out var issued))
            {
                found.Add(seal);
                if (
                    issued.Act != ReceiptSeal.CodeOf(receipt.Kind)
                    || issued.At != receipt.ReceivedAt
                )
                {
                    findings.Add(
                        new AuditFinding(
                            issued.Sequence,
                            AuditProblems.ReceiptDiffers(receipt.Number)
                        )
                    );
                }
            }
            else if (!IsBaseline(record, receipt))
            {
                findings.Add(
                    new AuditFinding(entries + 1, AuditProblems.ReceiptDiffers(receipt.Number))
                );
            }
        }

        findings.AddRange(
            record
                .Receipts.Where(r => !found.Contains(r.Key))
                .Select(r => new AuditFinding(r.Value.Sequence, AuditProblems.ReceiptMissing))
        );
        return findings;
    }

    /// <summary>Of before receipts were sealed: its row was recorded when the trail was sealed, and is compared with the rows.</summary>
    private static bool IsBaseline(TrailRecord record, Receipt receipt) =>
        record.IsTakenOver($"{nameof(Receipt)}:{receipt.Id}");
}
