using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// One report for reading. Addressees read the latest filed version; the region also reads what it is writing.
/// </summary>
[RecordsViewing(Act.ReportRead)]
[OneSnapshot]
public sealed class GetReport(PilotSessions sessions)
{
    /// <param name="VersionNumber">The filed version to read; null for the latest.</param>
    public sealed record Input(Guid ObligationId, int? VersionNumber = null);

    public sealed record View
    {
        public required Guid ObligationId { get; init; }

        /// <summary>To file with.</summary>
        public required int RowVersion { get; init; }

        public required Guid PilotId { get; init; }

        public required Guid BatchId { get; init; }

        public required int BatchNumber { get; init; }

        public required string BatchNameZh { get; init; }

        public required string BatchNameEn { get; init; }

        public required string RegionName { get; init; }

        public required string ProvinceCode { get; init; }

        public required string ProvinceName { get; init; }

        public required int Ordinal { get; init; }

        public required DateOnly PeriodStartsOn { get; init; }

        public required DateOnly DueOn { get; init; }

        /// <summary>UTC; the report can be filed from here on.</summary>
        public required DateTimeOffset OpensAt { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset DueAt { get; init; }

        /// <summary>As of now: missing from the due instant on.</summary>
        public required ReportStatus Status { get; init; }

        /// <summary>UTC; the first filing.</summary>
        public required DateTimeOffset? FiledAt { get; init; }

        public required DateTimeOffset? LastFiledAt { get; init; }

        public required bool IsLate { get; init; }

        public required bool IsNil { get; init; }

        public required int VersionNumber { get; init; }

        public required Acknowledgement National { get; init; }

        public required Acknowledgement Provincial { get; init; }

        /// <summary>The version that was asked for; null before the first filing.</summary>
        public required FiledVersion? Filed { get; init; }

        /// <summary>What the region is writing; null for addressees and while nothing can be written.</summary>
        public required DraftVersion? Draft { get; init; }

        /// <summary>Every filed version, the latest first.</summary>
        public required IReadOnlyList<VersionRow> Versions { get; init; }

        public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

        /// <summary>What this actor may do now.</summary>
        public required IReadOnlyList<ReportAct> Acts { get; init; }

        public required ReportNextActor NextActor { get; init; }
    }

    /// <param name="At">UTC; null while pending.</param>
    /// <param name="Note">What was asked for, when a supplement was requested.</param>
    public sealed record Acknowledgement(
        AcknowledgementStatus Status,
        DateTimeOffset? At,
        string? Note
    );

    public sealed record FiledVersion(
        int Number,
        ReportContent Content,
        string ContentSha256,
        DateTimeOffset FiledAt,
        string FiledBy,
        string? ReceiptNumber
    );

    public sealed record DraftVersion(
        ReportContent Content,
        DateTimeOffset? SavedAt,
        string? SavedBy,
        IReadOnlyList<ReportGap> Gaps
    );

    public sealed record VersionRow(
        int Number,
        DateTimeOffset FiledAt,
        string FiledBy,
        string ContentSha256,
        string? ReceiptNumber
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        return await session.ShowAsync(input.ObligationId, await ReadAsync(session, input, ct), ct);
    }

    private static async Task<Result<View>> ReadAsync(
        PilotSession session,
        Input input,
        CancellationToken ct
    )
    {
        var id = input.ObligationId;
        var head = await (
            from o in session.Db.ReportObligations.AsNoTracking()
            where o.Id == id
            join b in session.Db.Batches on o.BatchId equals b.Id
            join d in session.Db.Divisions on o.ProvinceCode equals d.Code
            select new
            {
                Report = o,
                BatchNumber = b.Number,
                b.NameZh,
                b.NameEn,
                ProvinceName = d.Name,
            }
        ).SingleOrDefaultAsync(ct);
        if (head is null)
        {
            return ReportRefusals.NotFound();
        }

        var versions = await ReadVersionsAsync(session, id, ct);
        var filed = await ReadFiledAsync(session, id, input.VersionNumber, versions, ct);
        var timeline = await session.ReadTimelineAsync(id, ct);
        var report = head.Report;
        var status = ReportStanding.StatusAt(
            report.Status,
            report.OpensAt,
            report.DueAt,
            session.Now
        );
        return new View
        {
            ObligationId = report.Id,
            RowVersion = report.Version,
            PilotId = report.PilotId,
            BatchId = report.BatchId,
            BatchNumber = head.BatchNumber,
            BatchNameZh = head.NameZh,
            BatchNameEn = head.NameEn,
            RegionName = report.RegionName,
            ProvinceCode = report.ProvinceCode,
            ProvinceName = head.ProvinceName,
            Ordinal = report.Ordinal,
            PeriodStartsOn = report.PeriodStartsOn,
            DueOn = report.DueOn,
            OpensAt = report.OpensAt,
            DueAt = report.DueAt,
            Status = status,
            FiledAt = report.FiledAt,
            LastFiledAt = report.LastFiledAt,
            IsLate = report.IsLate,
            IsNil = report.IsNil,
            VersionNumber = report.VersionNumber,
            National = new Acknowledgement(report.National, report.NationalAt, report.NationalNote),
            Provincial = new Acknowledgement(
                report.Provincial,
                report.ProvincialAt,
                report.ProvincialNote
            ),
            Filed = filed,
            Draft = DraftFor(session.Actor, report),
            Versions = versions,
            Timeline = timeline,
            Acts = report.ActsOf(session.Actor, session.Now),
            NextActor = ReportStanding.NextActor(
                status,
                report.National,
                report.Provincial,
                session.Actor
            ),
        };
    }

    private static Task<List<VersionRow>> ReadVersionsAsync(
        PilotSession session,
        Guid id,
        CancellationToken ct
    ) =>
        (
            from v in session.Db.ReportVersions
            where v.ObligationId == id
            join r in session.Db.Receipts
                on new { SubjectId = v.ObligationId, VersionNumber = v.Number } equals new
                {
                    r.SubjectId,
                    r.VersionNumber,
                }
                into receipts
            from r in receipts.DefaultIfEmpty()
            orderby v.Number descending
            select new VersionRow(
                v.Number,
                v.FiledAt,
                v.FiledBy,
                v.ContentSha256,
                r == null ? null : r.Number
            )
        ).ToListAsync(ct);

    private static async Task<FiledVersion?> ReadFiledAsync(
        PilotSession session,
        Guid id,
        int? number,
        List<VersionRow> versions,
        CancellationToken ct
    )
    {
        var wanted = versions.Find(v => number is null || v.Number == number);
        if (wanted is null)
        {
            return null;
        }

        var content = await session
            .Db.ReportVersions.Where(v => v.ObligationId == id && v.Number == wanted.Number)
            .Select(v => v.Content)
            .SingleAsync(ct);
        return new FiledVersion(
            wanted.Number,
            content,
            wanted.ContentSha256,
            wanted.FiledAt,
            wanted.FiledBy,
            wanted.ReceiptNumber
        );
    }

    /// <summary>What is not filed is the region's own.</summary>
    private static DraftVersion? DraftFor(Actor actor, ReportObligation report) =>
        actor.OrganizationKind == OrganizationKind.LocalGovernment
        && ReportLifecycle.Table.Permits(report.Status, ReportAct.Edit)
            ? new DraftVersion(
                report.Content,
                report.SavedAt,
                report.SavedBy,
                ReportAccess.GapsOf(report.Content)
            )
            : null;
}
