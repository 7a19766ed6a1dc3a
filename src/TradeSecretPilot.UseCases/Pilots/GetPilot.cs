using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Pilots;

/// <summary>One pilot: its tasks, its reports and what happened so far.</summary>
[OneSnapshot]
public sealed class GetPilot(PilotSessions sessions)
{
    public sealed record Input(Guid PilotId);

    public sealed record View
    {
        public required Guid PilotId { get; init; }

        /// <summary>The selected application whose measures became the tasks.</summary>
        public required Guid ApplicationId { get; init; }

        public required Guid BatchId { get; init; }

        public required int BatchNumber { get; init; }

        public required string BatchNameZh { get; init; }

        public required string BatchNameEn { get; init; }

        public required string OrganizationName { get; init; }

        public required string RegionName { get; init; }

        public required string ProvinceCode { get; init; }

        public required string ProvinceName { get; init; }

        public required PilotStatus Status { get; init; }

        public required DateOnly StartsOn { get; init; }

        public required DateOnly EndsOn { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset LaunchedAt { get; init; }

        /// <summary>The task areas that have tasks, in the order of the plan.</summary>
        public required IReadOnlyList<AreaTasks> Areas { get; init; }

        /// <summary>In the order of their half-years.</summary>
        public required IReadOnlyList<ReportRow> Reports { get; init; }

        /// <summary>Of the pilot and its reports, the latest 200, oldest first.</summary>
        public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
    }

    public sealed record AreaTasks(TaskArea Area, IReadOnlyList<TaskRow> Tasks);

    /// <param name="MeasureId">The measure of the plan it came from.</param>
    /// <param name="StartMonth">As its first day.</param>
    /// <param name="FinishMonth">As its first day.</param>
    public sealed record TaskRow(
        Guid TaskId,
        int Ordinal,
        Guid MeasureId,
        SubTask SubTask,
        string Title,
        string ResponsibleUnit,
        string Target,
        DateOnly StartMonth,
        DateOnly FinishMonth
    );

    /// <param name="Status">As of now: missing from the due instant on.</param>
    /// <param name="DueAt">UTC.</param>
    /// <param name="FiledAt">UTC; the first filing.</param>
    public sealed record ReportRow(
        Guid ObligationId,
        int Ordinal,
        DateOnly PeriodStartsOn,
        DateOnly DueOn,
        DateTimeOffset DueAt,
        ReportStatus Status,
        DateTimeOffset? FiledAt,
        bool IsLate,
        bool IsNil,
        AcknowledgementStatus National,
        AcknowledgementStatus Provincial,
        ReportNextActor NextActor
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        var id = input.PilotId;
        var head = await (
            from p in session.Db.Pilots.AsNoTracking()
            where p.Id == id
            join b in session.Db.Batches on p.BatchId equals b.Id
            join o in session.Db.Organizations on p.OrganizationId equals o.Id
            join d in session.Db.Divisions on p.ProvinceCode equals d.Code
            select new
            {
                Pilot = p,
                BatchNumber = b.Number,
                b.NameZh,
                b.NameEn,
                OrganizationName = o.Name,
                ProvinceName = d.Name,
            }
        ).SingleOrDefaultAsync(ct);
        if (head is null)
        {
            return PilotRefusals.NotFound();
        }

        var tasks = await session
            .Db.PilotTasks.Where(t => t.PilotId == id)
            .OrderBy(t => t.Ordinal)
            .Select(t => new TaskRow(
                t.Id,
                t.Ordinal,
                t.MeasureId,
                t.SubTask,
                t.Title,
                t.ResponsibleUnit,
                t.Target,
                t.StartMonth,
                t.FinishMonth
            ))
            .ToListAsync(ct);
        var reports = await ReadReportsAsync(session, id, ct);
        Guid[] subjects = [id, .. reports.Select(r => r.ObligationId)];
        var timeline = await session.ReadTimelineAsync(subjects, ct);

        var pilot = head.Pilot;
        return new View
        {
            PilotId = pilot.Id,
            ApplicationId = pilot.ApplicationId,
            BatchId = pilot.BatchId,
            BatchNumber = head.BatchNumber,
            BatchNameZh = head.NameZh,
            BatchNameEn = head.NameEn,
            OrganizationName = head.OrganizationName,
            RegionName = pilot.RegionName,
            ProvinceCode = pilot.ProvinceCode,
            ProvinceName = head.ProvinceName,
            Status = pilot.Status,
            StartsOn = pilot.StartsOn,
            EndsOn = pilot.EndsOn,
            LaunchedAt = pilot.LaunchedAt,
            Areas =
            [
                .. tasks
                    .GroupBy(t => t.SubTask.Area())
                    .OrderBy(g => g.Key)
                    .Select(g => new AreaTasks(g.Key, [.. g.OrderBy(t => t.SubTask)])),
            ],
            Reports = reports,
            Timeline = timeline,
        };
    }

    private static async Task<IReadOnlyList<ReportRow>> ReadReportsAsync(
        PilotSession session,
        Guid pilotId,
        CancellationToken ct
    )
    {
        var rows = await session
            .Db.ReportObligations.Where(o => o.PilotId == pilotId)
            .OrderBy(o => o.Ordinal)
            .Select(o => new
            {
                o.Id,
                o.Ordinal,
                o.PeriodStartsOn,
                o.DueOn,
                o.OpensAt,
                o.DueAt,
                o.Status,
                o.FiledAt,
                o.IsLate,
                o.IsNil,
                o.National,
                o.Provincial,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(o =>
            {
                var status = ReportStanding.StatusAt(o.Status, o.OpensAt, o.DueAt, session.Now);
                return new ReportRow(
                    o.Id,
                    o.Ordinal,
                    o.PeriodStartsOn,
                    o.DueOn,
                    o.DueAt,
                    status,
                    o.FiledAt,
                    o.IsLate,
                    o.IsNil,
                    o.National,
                    o.Provincial,
                    ReportStanding.NextActor(status, o.National, o.Provincial, session.Actor)
                );
            }),
        ];
    }
}
