using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>What a record of the audit trail is called.</summary>
/// <param name="Kind">What kind of record it is.</param>
/// <param name="Name">Region, batch and period; a name. Chinese, as the records themselves.</param>
public sealed record RecordName(ActGroup Kind, string Name);

/// <summary>
/// Names of records past the reader's tenancy: an auditor learns whose record an act was done to, and nothing of what is in it.
/// </summary>
internal static class RecordNames
{
    private static readonly Func<
        PilotDbContext,
        List<Guid>,
        CancellationToken,
        Task<List<(Guid Id, RecordName Name)>>
    >[] Readers =
    [
        ApplicationsAsync,
        AccountsAsync,
        BatchesAsync,
        ReportsAsync,
        BundlesAsync,
        CallsAsync,
        PilotsAsync,
        OrganizationsAsync,
    ];

    /// <summary>The names of those of the records that have one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, RecordName>> ReadAsync(
        PilotDbContext db,
        IEnumerable<Guid> ids,
        CancellationToken ct
    )
    {
        var left = ids.Where(id => id != Guid.Empty).ToHashSet();
        var names = new Dictionary<Guid, RecordName>();
        foreach (var read in Readers.TakeWhile(_ => left.Count > 0))
        {
            foreach (var (id, name) in await read(db, [.. left], ct))
            {
                names[id] = name;
                left.Remove(id);
            }
        }

        return names;
    }

    /// <summary>The records that a number or an account's name stands for.</summary>
    public static async Task<IReadOnlyList<Guid>> FindAsync(
        PilotDbContext db,
        string text,
        CancellationToken ct
    )
    {
        if (Guid.TryParse(text, out var id))
        {
            return [id];
        }

        var number = text.Trim().ToUpperInvariant();
        var found = await db
            .Applications.IgnoreQueryFilters()
            .Where(a => a.Number == number)
            .Select(a => a.Id)
            .ToListAsync(ct);
        return found.Count > 0
            ? found
            : await db
                .Accounts.IgnoreQueryFilters()
                .Where(a => a.NormalizedUserName == number)
                .Select(a => a.Id)
                .ToListAsync(ct);
    }

    /// <summary>An account as an auditor sees it; null when there is none.</summary>
    public static Task<PersonRow?> FindPersonAsync(
        PilotDbContext db,
        Guid accountId,
        CancellationToken ct
    ) =>
        (
            from a in db.Accounts.IgnoreQueryFilters()
            where a.Id == accountId
            join o in db.Organizations on a.OrganizationId equals o.Id into organizations
            from o in organizations.DefaultIfEmpty()
            select new PersonRow(
                a.Id,
                a.UserName!,
                a.DisplayName,
                a.Role,
                o == null ? null : o.Name,
                a.CreatedAt,
                a.DisabledAt
            )
        ).SingleOrDefaultAsync(ct);

    private static async Task<List<(Guid, RecordName)>> ApplicationsAsync(
        PilotDbContext db,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await (
            from a in db.Applications.IgnoreQueryFilters()
            where EF.Parameter(ids).Contains(a.Id)
            join b in db.Batches on a.BatchId equals b.Id
            select new
            {
                a.Id,
                a.RegionName,
                b.NameZh,
                a.Number,
            }
        ).ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
                (
                    r.Id,
                    new RecordName(
                        ActGroup.Application,
                        $"{r.RegionName}（{r.NameZh}，{r.Number}）"
                    )
                )
            ),
        ];
    }

    private static async Task<List<(Guid, RecordName)>> AccountsAsync(
        PilotDbContext db,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await db
            .Accounts.IgnoreQueryFilters()
            .Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.DisplayName,
                a.UserName,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
                (r.Id, new RecordName(ActGroup.Account, $"{r.DisplayName}（{r.UserName}）"))
            ),
        ];
    }

    private static async Task<List<(Guid, RecordName)>> BatchesAsync(
        PilotDbContext db,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await db
            .Batches.IgnoreQueryFilters()
            .Where(b =>
                EF.Parameter(ids).Contains(b.Id)
                || db.Selections.Any(s => s.BatchId == b.Id && EF.Parameter(ids).Contains(s.Id))
            )
            .Select(b => new
            {
                b.Id,
                b.NameZh,
                SelectionId = db
                    .Selections.Where(s => s.BatchId == b.Id)
                    .Select(s => (Guid?)s.Id)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.SelectMany(r =>
                new (Guid, RecordName)[]
                {
                    (r.Id, new(ActGroup.Batch, r.NameZh)),
                    (r.SelectionId ?? r.Id, new(ActGroup.Selection, $"{r.NameZh}遴选")),
                }.Take(r.SelectionId is null ? 1 : 2)
            ),
        ];
    }

    private static async Task<List<(Guid, RecordName)>> ReportsAsync(
        PilotDbContext db,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await (
            from r in db.ReportObligations.IgnoreQueryFilters()
            where EF.Parameter(ids).Contains(r.Id)
            join b in db.Batches on r.BatchId equals b.Id
            select new
            {
                r.Id,
                r.RegionName,
                r.Ordinal,
                b.NameZh,
            }
        ).ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
                (
                    r.Id,
                    new RecordName(
                        ActGroup.ProgressReport,
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"{r.RegionName}第{r.Ordinal}期（{r.NameZh}）"
                        )
                    )
                )
            ),
        ];
    }

    private static async Task<List<(Guid, RecordName)>> BundlesAsync(
        PilotDbContext db,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await db
            .Bundles.IgnoreQueryFilters()
            .Where(b => EF.Parameter(ids).Contains(b.Id))
            .Select(b => new { b.Id, b.Title })
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.Id, new RecordName(ActGroup.Bundle, r.Title)))];
    }

    private static async Task<List<(Guid, RecordName)>> CallsAsync(
        PilotDbContext db,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await (
            from c in db.ProvincialCalls.IgnoreQueryFilters()
            where EF.Parameter(ids).Contains(c.Id)
            join b in db.Batches on c.BatchId equals b.Id
            join d in db.Divisions on c.ProvinceCode equals d.Code
            select new
            {
                c.Id,
                d.Name,
                b.NameZh,
            }
        ).ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
                (r.Id, new RecordName(ActGroup.ProvincialCall, $"{r.Name}（{r.NameZh}）"))
            ),
        ];
    }

    /// <summary>Pilots, and the score sheets of an application.</summary>
    private static async Task<List<(Guid, RecordName)>> PilotsAsync(
        PilotDbContext db,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        var pilots =
            from p in db.Pilots.IgnoreQueryFilters()
            where EF.Parameter(ids).Contains(p.Id)
            join b in db.Batches on p.BatchId equals b.Id
            select new
            {
                p.Id,
                p.RegionName,
                b.NameZh,
                IsSheet = false,
            };
        var sheets =
            from s in db.ScoreSheets.IgnoreQueryFilters()
            where EF.Parameter(ids).Contains(s.Id)
            join a in db.Applications on s.ApplicationId equals a.Id
            join b in db.Batches on s.BatchId equals b.Id
            select new
            {
                s.Id,
                a.RegionName,
                b.NameZh,
                IsSheet = true,
            };
        var rows = await pilots.Concat(sheets).ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
                (
                    r.Id,
                    r.IsSheet
                        ? new RecordName(ActGroup.ScoreSheet, $"{r.RegionName}（{r.NameZh}）评分表")
                        : new RecordName(ActGroup.Pilot, $"{r.RegionName}（{r.NameZh}）")
                )
            ),
        ];
    }

    private static async Task<List<(Guid, RecordName)>> OrganizationsAsync(
        PilotDbContext db,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await db
            .Organizations.IgnoreQueryFilters()
            .Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new { o.Id, o.Name })
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.Id, new RecordName(ActGroup.Organization, r.Name)))];
    }
}

/// <summary>An account as an auditor sees it.</summary>
/// <param name="CreatedAt">UTC.</param>
/// <param name="DisabledAt">UTC; null while it is in use.</param>
internal sealed record PersonRow(
    Guid Id,
    string UserName,
    string DisplayName,
    Role Role,
    string? OrganizationName,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DisabledAt
);
