using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// How the reporting of one half-year stands: the dashboard of the nation, and within its own remit of a province. Regions
/// are counted, never ranked by their figures.
/// </summary>
[OneSnapshot]
public sealed class GetReportingProgress(PilotSessions sessions)
{
    private const int HandlingShown = 20;

    /// <param name="Batch">Null for the latest batch that was launched.</param>
    /// <param name="Ordinal">1 to 6; null for the latest half-year whose filing window has opened.</param>
    public sealed record Input(BatchKey? Batch = null, int? Ordinal = null);

    public sealed record View
    {
        public required Guid BatchId { get; init; }

        public required int BatchNumber { get; init; }

        public required string BatchNameZh { get; init; }

        public required string BatchNameEn { get; init; }

        public required int Ordinal { get; init; }

        public required IReadOnlyList<ReportPeriod> Periods { get; init; }

        /// <summary>UTC; null when no region reports on this half-year.</summary>
        public required DateTimeOffset? OpensAt { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset DueAt { get; init; }

        public required Counts Counts { get; init; }

        /// <summary>Provinces with pilots, for the tile grid.</summary>
        public required IReadOnlyList<ProvinceRow> Provinces { get; init; }

        /// <summary>Reports filed up to the end of each Beijing day on which one came in.</summary>
        public required IReadOnlyList<CurvePoint> Curve { get; init; }

        public required IReadOnlyList<IndicatorRow> Indicators { get; init; }

        /// <summary>Missing, then supplements, then what waits for the reader; the first 20.</summary>
        public required IReadOnlyList<HandlingRow> NeedsHandling { get; init; }

        /// <summary>All of them.</summary>
        public required int NeedsHandlingTotal { get; init; }
    }

    /// <param name="Total">Reports owed: as many as pilots.</param>
    /// <param name="Open">Not filed, and still in time.</param>
    /// <param name="FiledInTime">First filed before the due instant.</param>
    /// <param name="FiledLate">First filed at or after it.</param>
    /// <param name="Missing">Not filed, and overdue.</param>
    /// <param name="Nil">Of the filed ones, the nil reports.</param>
    /// <param name="Supplement">Of the filed ones, those with a supplement asked for.</param>
    public sealed record Counts(
        int Total,
        int Open,
        int FiledInTime,
        int FiledLate,
        int Missing,
        int Nil,
        int Supplement,
        int AcknowledgedByNational,
        int AcknowledgedByProvince
    );

    public sealed record ProvinceRow(
        string Code,
        string Name,
        int Pilots,
        int Filed,
        int Late,
        int Missing
    );

    public sealed record CurvePoint(DateOnly Day, int Filed);

    /// <summary>An indicator added up over the regions, in its unit.</summary>
    /// <param name="Period">Sum of this half-year.</param>
    /// <param name="LastPeriod">Sum of the half-year before.</param>
    /// <param name="Cumulative">
    /// Sum since the launch: of each region the value it reported last, so that a nil or missing half-year takes nothing away.
    /// </param>
    /// <param name="Regions">Regions whose report of this half-year gives the figure.</param>
    /// <param name="ByPeriod">Sums of the half-years from the first to this one.</param>
    public sealed record IndicatorRow(
        string Code,
        decimal Period,
        decimal LastPeriod,
        decimal Cumulative,
        int Regions,
        IReadOnlyList<decimal> ByPeriod
    );

    public sealed record HandlingRow(
        Guid ObligationId,
        Guid PilotId,
        string RegionName,
        string ProvinceCode,
        ReportStatus Status,
        DateTimeOffset DueAt,
        DateTimeOffset? LastFiledAt,
        ReportNextActor NextActor
    );

    private sealed record Facts(
        Guid Id,
        Guid PilotId,
        string RegionName,
        string ProvinceCode,
        string ProvinceName,
        ReportStatus Status,
        DateTimeOffset OpensAt,
        DateTimeOffset DueAt,
        DateTimeOffset? FiledAt,
        DateTimeOffset? LastFiledAt,
        bool IsLate,
        bool IsNil,
        AcknowledgementStatus National,
        AcknowledgementStatus Provincial
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        return await ReadAsync(session, input, ct);
    }

    internal static async Task<Result<View>> ReadAsync(
        PilotSession session,
        Input input,
        CancellationToken ct
    )
    {
        if (await session.FindRunningBatchAsync(input.Batch, ct) is not { } batch)
        {
            return ReportRefusals.NotFound();
        }

        var today = BeijingTime.DayOf(session.Now);
        var period = input.Ordinal is { } ordinal
            ? batch.ReportPeriods.FirstOrDefault(p => p.Ordinal == ordinal)
            : batch.ReportPeriods.LastOrDefault(p =>
                p.DueOn.AddDays(-ReportObligation.OpensDaysBefore) <= today
            ) ?? batch.ReportPeriods[0];
        if (period is null)
        {
            return ReportRefusals.NotFound();
        }

        var reports = await ReadReportsAsync(session, batch.Id, period.Ordinal, ct);
        var handling = Handling(reports, session.Actor);
        return new View
        {
            BatchId = batch.Id,
            BatchNumber = batch.Number,
            BatchNameZh = batch.NameZh,
            BatchNameEn = batch.NameEn,
            Ordinal = period.Ordinal,
            Periods = batch.ReportPeriods,
            OpensAt = reports.Count == 0 ? null : reports[0].OpensAt,
            DueAt = period.DueAt,
            Counts = Count(reports),
            Provinces = Provinces(reports),
            Curve = Curve(reports),
            Indicators = await IndicatorSums.ReadAsync(session, batch.Id, period.Ordinal, ct),
            NeedsHandling = [.. handling.Take(HandlingShown)],
            NeedsHandlingTotal = handling.Count,
        };
    }

    /// <summary>One row for each pilot of the batch; the seats of a batch bound them.</summary>
    private static async Task<List<Facts>> ReadReportsAsync(
        PilotSession session,
        Guid batchId,
        int ordinal,
        CancellationToken ct
    )
    {
        var rows = await (
            from o in session.Db.ReportObligations
            where o.BatchId == batchId && o.Ordinal == ordinal
            join d in session.Db.Divisions on o.ProvinceCode equals d.Code
            orderby o.ProvinceCode, EF.Property<string>(o, NameColumns.SortKey), o.Id
            select new Facts(
                o.Id,
                o.PilotId,
                o.RegionName,
                o.ProvinceCode,
                d.Name,
                o.Status,
                o.OpensAt,
                o.DueAt,
                o.FiledAt,
                o.LastFiledAt,
                o.IsLate,
                o.IsNil,
                o.National,
                o.Provincial
            )
        ).ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
                r with
                {
                    Status = ReportStanding.StatusAt(r.Status, r.OpensAt, r.DueAt, session.Now),
                }
            ),
        ];
    }

    private static Counts Count(List<Facts> reports) =>
        new(
            reports.Count,
            reports.Count(r => r.Status is ReportStatus.NotDue or ReportStatus.Due),
            reports.Count(r => r.FiledAt is not null && !r.IsLate),
            reports.Count(r => r.FiledAt is not null && r.IsLate),
            reports.Count(r => r.Status == ReportStatus.Missing),
            reports.Count(r => r.FiledAt is not null && r.IsNil),
            reports.Count(r => r.Status == ReportStatus.Supplement),
            reports.Count(r => r.National == AcknowledgementStatus.Acknowledged),
            reports.Count(r => r.Provincial == AcknowledgementStatus.Acknowledged)
        );

    private static List<ProvinceRow> Provinces(List<Facts> reports) =>
        [
            .. reports
                .GroupBy(r => (r.ProvinceCode, r.ProvinceName))
                .Select(g => new ProvinceRow(
                    g.Key.ProvinceCode,
                    g.Key.ProvinceName,
                    g.Count(),
                    g.Count(r => r.FiledAt is not null),
                    g.Count(r => r.FiledAt is not null && r.IsLate),
                    g.Count(r => r.Status == ReportStatus.Missing)
                )),
        ];

    private static List<CurvePoint> Curve(List<Facts> reports)
    {
        var filed = 0;
        return
        [
            .. reports
                .Where(r => r.FiledAt is not null)
                .GroupBy(r => BeijingTime.DayOf(r.FiledAt!.Value))
                .OrderBy(g => g.Key)
                .Select(g => new CurvePoint(g.Key, filed += g.Count())),
        ];
    }

    private static List<HandlingRow> Handling(List<Facts> reports, Actor actor) =>
        [
            .. reports
                .Select(r =>
                    (
                        Report: r,
                        Next: ReportStanding.NextActor(r.Status, r.National, r.Provincial, actor)
                    )
                )
                .Where(x =>
                    x.Report.Status is ReportStatus.Missing or ReportStatus.Supplement
                    || x.Next == ReportNextActor.Me
                )
                .OrderBy(x =>
                    x.Report.Status switch
                    {
                        ReportStatus.Missing => 0,
                        ReportStatus.Supplement => 1,
                        _ => 2,
                    }
                )
                .ThenBy(x => x.Report.LastFiledAt)
                .Select(x => new HandlingRow(
                    x.Report.Id,
                    x.Report.PilotId,
                    x.Report.RegionName,
                    x.Report.ProvinceCode,
                    x.Report.Status,
                    x.Report.DueAt,
                    x.Report.LastFiledAt,
                    x.Next
                )),
        ];
}
