using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// Takes over what the present keys and tables did not write: seals entries of before there were seals, and reads the digest of every
/// kept row for the trail to vouch for from now on.
/// </summary>
public sealed class AuditBaseline
{
    private const int PageSize = 500;

    private readonly DbContextOptions<PilotDbContext> _options;
    private readonly AuditKeys _keys;
    private readonly AuditSequencer _sequencer;
    private readonly AuditAnchorFile _file;

    internal AuditBaseline(
        DbContextOptions<PilotDbContext> options,
        AuditKeys keys,
        AuditSequencer sequencer,
        AuditAnchorFile file
    ) => (_options, _keys, _sequencer, _file) = (options, keys, sequencer, file);

    /// <summary>
    /// Checks the chain as it was kept before, then seals its entries in their order. A trail of which anchors or seals are known was
    /// sealed already: unsealed entries in it are somebody else's, and stay so.
    /// </summary>
    /// <returns>How many were sealed, and what is wrong.</returns>
    internal async Task<(int Sealed, AuditFinding? Problem)> SealAsync(CancellationToken ct)
    {
        await using var db = Open();
        if (!await db.AuditEntries.AnyAsync(e => e.Seal == null, ct))
        {
            return (0, null);
        }

        var known =
            await db.AuditAnchors.AnyAsync(ct)
            || await db.AuditEntries.AnyAsync(e => e.Seal != null, ct)
            || (await _file.ReadAsync(ct)).Count > 0;
        if (known)
        {
            var first = await db
                .AuditEntries.Where(e => e.Seal == null)
                .MinAsync(e => e.Sequence, ct);
            return (0, new AuditFinding(first, AuditProblems.NotSealed));
        }

        return await db
            .Database.CreateExecutionStrategy()
            .ExecuteInTransactionAsync(
                token => SealAllAsync(db, token),
                _ => Task.FromResult(false),
                ct
            );
    }

    private async Task<(int Sealed, AuditFinding? Problem)> SealAllAsync(
        PilotDbContext db,
        CancellationToken ct
    )
    {
        var heads = db.AuditHeads.Where(h => h.Id == AuditHead.OnlyId);
        // The sequencer waits.
        await heads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, h => h.Sequence), ct);
        var head = await heads.AsNoTracking().SingleAsync(ct);
        if (await ProblemOfAsync(db, head, ct) is { } problem)
        {
            return (0, problem);
        }

        for (long done = 0; done < head.Sequence; )
        {
            db.ChangeTracker.Clear();
            var page = await PageAsync(db, done, ct);
            page.ForEach(e => e.SealWith(_keys));
            await db.SaveChangesAsync(ct);
            done = page[^1].Sequence;
        }

        return ((int)head.Sequence, null);
    }

    /// <summary>Walks the chain by the rules of before.</summary>
    private static async Task<AuditFinding?> ProblemOfAsync(
        PilotDbContext db,
        AuditHead head,
        CancellationToken ct
    )
    {
        var (done, previous) = (0L, AuditEntry.Origin);
        while (true)
        {
            db.ChangeTracker.Clear();
            var page = await PageAsync(db, done, ct);
            foreach (var entry in page)
            {
                var problem =
                    entry.Sequence != done + 1 ? AuditProblems.Missing
                    : !entry.IsOfBefore ? AuditProblems.NotSealed
                    : entry.PreviousHash != previous ? AuditProblems.NotLinked
                    : entry.Hash != entry.ComputeHash() ? AuditProblems.HashDiffers
                    : null;
                if (problem is not null)
                {
                    return new AuditFinding(done + 1, problem);
                }

                (done, previous) = (entry.Sequence, entry.Hash);
            }

            if (page.Count == 0)
            {
                return (head.Sequence, head.Hash) == (done, previous)
                    ? null
                    : new AuditFinding(done + 1, AuditProblems.HeadDiffers);
            }
        }
    }

    private static Task<List<AuditEntry>> PageAsync(
        PilotDbContext db,
        long after,
        CancellationToken ct
    ) =>
        db
            .AuditEntries.Where(e => e.Sequence > after)
            .OrderBy(e => e.Sequence)
            .Take(PageSize)
            .ToListAsync(ct);

    /// <summary>
    /// The digests of all kept rows, when the trail does not hold them in the present form of the tables.
    /// </summary>
    /// <returns>Empty when the trail holds them; otherwise the note and the rows of each entry to be written.</returns>
    internal async Task<IReadOnlyList<(string Note, string? Rows)>> ReadAsync(
        int rowsInAnEntry,
        CancellationToken ct
    )
    {
        await _sequencer.PlaceAsync(ct);
        await using var db = Open();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var form = RowDigests.FormOf(db.Model);
        var code = Acts.CodeOf(Act.AuditSealed);
        return await db.ReadAsync<IReadOnlyList<(string, string?)>>(
            async token =>
            {
                var last = await db
                    .AuditEntries.Where(e => e.Act == code)
                    .OrderByDescending(e => e.Sequence)
                    .Select(e => e.Note)
                    .FirstOrDefaultAsync(token);
                if (BaselineNote.Read(last)?.IsOf(form) == true)
                {
                    return [];
                }

                var head = await db.AuditHeads.AsNoTracking().SingleAsync(token);
                var rows = new List<(string, string)>();
                await RowCheck.ReadAsync(db, (key, digest) => rows.Add((key, digest)), null, token);
                var note = BaselineNote.Write(head.Sequence, form);
                return rows.Count == 0
                    ? [(note, null)]
                    : [.. rows.Chunk(rowsInAnEntry).Select(part => (note, RowDigests.Write(part)))];
            },
            ct
        );
    }

    private PilotDbContext Open() =>
        new(_options, Tenancy.Everything) { UseCase = nameof(AuditBaseline) };
}
