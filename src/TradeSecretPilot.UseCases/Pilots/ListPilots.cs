using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Pilots;

/// <summary>The pilots within the actor's remit, with how their reporting stands.</summary>
[OneSnapshot]
public sealed class ListPilots(PilotSessions sessions)
{
    public sealed record Input(
        BatchKey? Batch = null,
        string? ProvinceCode = null,
        Paging? Paging = null
    );

    /// <param name="Tasks">Number of tasks.</param>
    /// <param name="ReportsOwed">Obligations of the whole pilot.</param>
    /// <param name="ReportsFiled">Of them filed, late ones included.</param>
    /// <param name="ReportsMissing">Of them overdue and not filed.</param>
    /// <param name="NextReportDueOn">Due day of the first report not filed yet; null when all are.</param>
    public sealed record Row(
        Guid PilotId,
        int BatchNumber,
        string RegionName,
        string ProvinceCode,
        string ProvinceName,
        PilotStatus Status,
        DateOnly StartsOn,
        DateOnly EndsOn,
        int Tasks,
        int ReportsOwed,
        int ReportsFiled,
        int ReportsMissing,
        DateOnly? NextReportDueOn
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        return await Found(session, input).ToPageAsync(input.Paging ?? new Paging(), ct);
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Row> Found(PilotSession session, Input input)
    {
        var db = session.Db;
        var isMissing = ReportStanding.IsInStatus(ReportStatus.Missing, session.Now);
        var batches = input.Batch?.In(db.Batches) ?? db.Batches;
        var province = input.ProvinceCode;
        return (
            from p in db.Pilots
            where province == null || p.ProvinceCode == province
            join b in batches on p.BatchId equals b.Id
            join d in db.Divisions on p.ProvinceCode equals d.Code
            orderby b.Number descending, p.ProvinceCode, EF.Property<string>(
                p,
                NameColumns.SortKey
            ), p.Id
            select new Row(
                p.Id,
                b.Number,
                p.RegionName,
                p.ProvinceCode,
                d.Name,
                p.Status,
                p.StartsOn,
                p.EndsOn,
                db.PilotTasks.Count(t => t.PilotId == p.Id),
                db.ReportObligations.Count(o => o.PilotId == p.Id),
                db.ReportObligations.Count(o => o.PilotId == p.Id && o.FiledAt != null),
                db.ReportObligations.Where(isMissing).Count(o => o.PilotId == p.Id),
                db.ReportObligations.Where(o => o.PilotId == p.Id && o.FiledAt == null)
                    .Min(o => (DateOnly?)o.DueOn)
            )
        );
    }
}
