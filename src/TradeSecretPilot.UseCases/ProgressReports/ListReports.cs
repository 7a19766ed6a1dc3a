using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// The reports within the actor's remit. The list starts from obligations, so a report nobody began is there as missing.
/// </summary>
[OneSnapshot]
public sealed class ListReports(PilotSessions sessions)
{
    public sealed record Input
    {
        /// <summary>Null for every batch.</summary>
        public BatchKey? Batch { get; init; }

        public Guid? PilotId { get; init; }

        /// <summary>1 to 6.</summary>
        public int? Ordinal { get; init; }

        public ReportStatus? Status { get; init; }

        public string? ProvinceCode { get; init; }

        /// <summary>Only those on which it is the actor's turn.</summary>
        public bool OnlyMine { get; init; }

        /// <summary>Latest due first.</summary>
        public bool Descending { get; init; }

        public Paging Paging { get; init; } = new();
    }

    /// <param name="Status">As of now: missing from the due instant on.</param>
    /// <param name="DueAt">UTC.</param>
    /// <param name="VersionNumber">Latest filed version; 0 before the first.</param>
    /// <param name="FiledAt">UTC; the first filing.</param>
    /// <param name="IsLate">The first filing came at or after the due instant.</param>
    /// <param name="IsNil">The latest version is a nil report.</param>
    /// <param name="IsMissing">The due instant passed without a filing.</param>
    public sealed record Row(
        Guid ObligationId,
        Guid PilotId,
        int BatchNumber,
        string RegionName,
        string ProvinceCode,
        string ProvinceName,
        int Ordinal,
        DateOnly DueOn,
        DateTimeOffset DueAt,
        ReportStatus Status,
        int VersionNumber,
        DateTimeOffset? FiledAt,
        bool IsLate,
        bool IsNil,
        bool IsMissing,
        AcknowledgementStatus National,
        AcknowledgementStatus Provincial,
        ReportNextActor NextActor
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        var page = await Found(session, input).ToPageAsync(input.Paging, ct);
        return page.Select(r => ToRow(r, session));
    }

    /// <summary>What the list reads of a report.</summary>
    internal sealed record Entry(
        Guid Id,
        Guid PilotId,
        int BatchNumber,
        string RegionName,
        string ProvinceCode,
        string ProvinceName,
        int Ordinal,
        DateOnly DueOn,
        DateTimeOffset OpensAt,
        DateTimeOffset DueAt,
        ReportStatus Status,
        int VersionNumber,
        DateTimeOffset? FiledAt,
        bool IsLate,
        bool IsNil,
        AcknowledgementStatus National,
        AcknowledgementStatus Provincial
    );

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Entry> Found(PilotSession session, Input input)
    {
        var query =
            from o in Filtered(session, input)
            join b in session.Db.Batches on o.BatchId equals b.Id
            join d in session.Db.Divisions on o.ProvinceCode equals d.Code
            select new
            {
                Report = o,
                BatchNumber = b.Number,
                ProvinceName = d.Name,
            };
        var ordered = input.Descending
            ? query.OrderByDescending(x => x.Report.DueAt)
            : query.OrderBy(x => x.Report.DueAt);
        return ordered
            .ThenBy(x => x.Report.ProvinceCode)
            .ThenBy(x => EF.Property<string>(x.Report, NameColumns.SortKey))
            .ThenBy(x => x.Report.Id)
            .Select(x => new Entry(
                x.Report.Id,
                x.Report.PilotId,
                x.BatchNumber,
                x.Report.RegionName,
                x.Report.ProvinceCode,
                x.ProvinceName,
                x.Report.Ordinal,
                x.Report.DueOn,
                x.Report.OpensAt,
                x.Report.DueAt,
                x.Report.Status,
                x.Report.VersionNumber,
                x.Report.FiledAt,
                x.Report.IsLate,
                x.Report.IsNil,
                x.Report.National,
                x.Report.Provincial
            ));
    }

    internal static Row ToRow(Entry x, PilotSession session)
    {
        var status = ReportStanding.StatusAt(x.Status, x.OpensAt, x.DueAt, session.Now);
        return new Row(
            x.Id,
            x.PilotId,
            x.BatchNumber,
            x.RegionName,
            x.ProvinceCode,
            x.ProvinceName,
            x.Ordinal,
            x.DueOn,
            x.DueAt,
            status,
            x.VersionNumber,
            x.FiledAt,
            x.IsLate,
            x.IsNil,
            status == ReportStatus.Missing,
            x.National,
            x.Provincial,
            ReportStanding.NextActor(status, x.National, x.Provincial, session.Actor)
        );
    }

    internal static IQueryable<ReportObligation> Filtered(PilotSession session, Input input)
    {
        var reports = session.Db.ReportObligations.AsQueryable();
        if (input.Batch is { } key)
        {
            var batches = key.In(session.Db.Batches);
            reports = reports.Where(o => batches.Any(b => b.Id == o.BatchId));
        }

        if (input.PilotId is { } pilotId)
        {
            reports = reports.Where(o => o.PilotId == pilotId);
        }

        if (input.Ordinal is { } ordinal)
        {
            reports = reports.Where(o => o.Ordinal == ordinal);
        }

        if (input.ProvinceCode is { } province)
        {
            reports = reports.Where(o => o.ProvinceCode == province);
        }

        if (input.Status is { } status)
        {
            reports = reports.Where(ReportStanding.IsInStatus(status, session.Now));
        }

        return input.OnlyMine
            ? reports.Where(ReportStanding.IsTurnOf(session.Actor, session.Now))
            : reports;
    }
}
