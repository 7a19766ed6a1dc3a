using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>Region × period: who reported when, for a province and for the nation (四（三）, 跟踪指导).</summary>
[OneSnapshot]
public sealed class GetReportMatrix(PilotSessions sessions)
{
    /// <summary>A page takes every region of a batch as the plan sizes it.</summary>
    private static readonly Paging WholeBatch = new(1, Paging.MaxSize);

    /// <param name="Batch">Null for the latest batch that was launched.</param>
    /// <param name="ProvinceCode">Null for every province within the remit.</param>
    /// <param name="Paging">Null for up to 200 regions.</param>
    public sealed record Input(
        BatchKey? Batch = null,
        string? ProvinceCode = null,
        Paging? Paging = null
    );

    public sealed record View(
        Guid BatchId,
        int BatchNumber,
        string BatchNameZh,
        string BatchNameEn,
        IReadOnlyList<ReportPeriod> Periods,
        Page<Row> Regions
    );

    /// <param name="Cells">By ordinal of the period.</param>
    public sealed record Row(
        Guid PilotId,
        string RegionName,
        string ProvinceCode,
        string ProvinceName,
        IReadOnlyDictionary<int, Cell> Cells
    );

    /// <param name="State">The one word of the cell; late and nil stay readable beside it.</param>
    /// <param name="FiledAt">UTC; the first filing.</param>
    public sealed record Cell(
        Guid ObligationId,
        int Ordinal,
        ReportCell State,
        bool IsLate,
        bool IsNil,
        DateTimeOffset? FiledAt,
        AcknowledgementStatus National,
        AcknowledgementStatus Provincial
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        if (await session.FindRunningBatchAsync(input.Batch, ct) is not { } batch)
        {
            return ReportRefusals.NotFound();
        }

        var province = input.ProvinceCode;
        var pilots = await Regions(session, batch.Id, province)
            .ToPageAsync(input.Paging ?? WholeBatch, ct);
        var shown = pilots.Items.Select(p => p.PilotId).ToList();
        var cells = await CellsAsync(
            session,
            session.Db.ReportObligations.Where(o => shown.Contains(o.PilotId)),
            ct
        );
        return new View(
            batch.Id,
            batch.Number,
            batch.NameZh,
            batch.NameEn,
            batch.ReportPeriods,
            pilots.Select(p => ToRow(p, cells))
        );
    }

    internal sealed record Region(
        Guid PilotId,
        string RegionName,
        string ProvinceCode,
        string ProvinceName
    );

    /// <summary>The rows of the matrix before they are cut into pages.</summary>
    internal static IQueryable<Region> Regions(
        PilotSession session,
        Guid batchId,
        string? province
    ) =>
        from p in session.Db.Pilots
        where p.BatchId == batchId && (province == null || p.ProvinceCode == province)
        join d in session.Db.Divisions on p.ProvinceCode equals d.Code
        orderby p.ProvinceCode, EF.Property<string>(p, NameColumns.SortKey), p.Id
        select new Region(p.Id, p.RegionName, p.ProvinceCode, d.Name);

    internal static Row ToRow(Region region, ILookup<Guid, Cell> cells) =>
        new(
            region.PilotId,
            region.RegionName,
            region.ProvinceCode,
            region.ProvinceName,
            cells[region.PilotId].ToDictionary(c => c.Ordinal)
        );

    /// <summary>The cells of the matrix by pilot.</summary>
    internal static async Task<ILookup<Guid, Cell>> CellsAsync(
        PilotSession session,
        IQueryable<ReportObligation> reports,
        CancellationToken ct
    )
    {
        var cells = await reports
            .Select(o => new
            {
                o.PilotId,
                o.Id,
                o.Ordinal,
                o.Status,
                o.OpensAt,
                o.DueAt,
                o.FiledAt,
                o.IsLate,
                o.IsNil,
                o.National,
                o.Provincial,
            })
            .ToListAsync(ct);
        return cells.ToLookup(
            o => o.PilotId,
            o => new Cell(
                o.Id,
                o.Ordinal,
                ReportStanding.Cell(
                    ReportStanding.StatusAt(o.Status, o.OpensAt, o.DueAt, session.Now),
                    o.IsLate,
                    o.IsNil
                ),
                o.IsLate,
                o.IsNil,
                o.FiledAt,
                o.National,
                o.Provincial
            )
        );
    }
}
