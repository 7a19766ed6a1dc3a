using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>The region's report for editing, with the figures of earlier half-years beside it.</summary>
[OneSnapshot]
[RecordsNothing("Its authors read what they are writing.")]
public sealed class GetReportDraft(PilotSessions sessions)
{
    private const decimal Scale = 100m;

    public sealed record Input(Guid ObligationId);

    public sealed record View
    {
        public required Guid ObligationId { get; init; }

        /// <summary>Row version to save on.</summary>
        public required int RowVersion { get; init; }

        public required Guid PilotId { get; init; }

        public required string RegionName { get; init; }

        public required int Ordinal { get; init; }

        public required DateOnly PeriodStartsOn { get; init; }

        public required DateOnly DueOn { get; init; }

        /// <summary>UTC; the report can be filed from here on.</summary>
        public required DateTimeOffset OpensAt { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset DueAt { get; init; }

        public required ReportStatus Status { get; init; }

        public required ReportContent Content { get; init; }

        public required DateTimeOffset? SavedAt { get; init; }

        public required string? SavedBy { get; init; }

        /// <summary>Latest filed version; 0 before the first.</summary>
        public required int VersionNumber { get; init; }

        /// <summary>What SAMR asked to be supplemented; null when it did not.</summary>
        public required string? NationalNote { get; init; }

        /// <summary>What the province asked to be supplemented; null when it did not.</summary>
        public required string? ProvincialNote { get; init; }

        /// <summary>One line for each indicator, in their order.</summary>
        public required IReadOnlyList<FigureLine> Figures { get; init; }

        public required IReadOnlyList<ReportGap> Gaps { get; init; }

        /// <summary>The actor may file, and the filing window is open.</summary>
        public required bool MayFile { get; init; }
    }

    /// <summary>An indicator beside what was reported before, in the indicator's unit.</summary>
    /// <param name="Code">Of <see cref="Indicators"/>.</param>
    /// <param name="Entered">What the draft says; null while not filled in.</param>
    /// <param name="LastPeriod">The value of the half-year before; null when none was reported.</param>
    /// <param name="CumulativePrefill">
    /// Where the cumulative value starts: for a flow the cumulative value reported last, to which this half-year is added;
    /// for a stock the value reported last. Null when nothing was reported yet.
    /// </param>
    public sealed record FigureLine(
        string Code,
        Figure? Entered,
        decimal? LastPeriod,
        decimal? CumulativePrefill
    );

    private sealed record Earlier(int Ordinal, string Code, long Period, long Cumulative);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditReports, ct);
        return await ReadAsync(session, input, ct);
    }

    internal static async Task<Result<View>> ReadAsync(
        PilotSession session,
        Input input,
        CancellationToken ct
    )
    {
        var report = await session
            .Db.ReportObligations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == input.ObligationId, ct);
        if (report is null)
        {
            return ReportRefusals.NotFound();
        }

        var status = ReportStanding.StatusAt(
            report.Status,
            report.OpensAt,
            report.DueAt,
            session.Now
        );
        if (!ReportLifecycle.Table.Permits(status, ReportAct.Edit))
        {
            return ReportRefusals.WrongStatus(status, ReportAct.Edit);
        }

        var earlier = await (
            from o in session.Db.ReportObligations
            where o.PilotId == report.PilotId && o.Ordinal < report.Ordinal
            join f in session.Db.ReportFigures on o.Id equals f.ObligationId
            select new Earlier(
                o.Ordinal,
                f.IndicatorCode,
                f.PeriodHundredths,
                f.CumulativeHundredths
            )
        ).ToListAsync(ct);
        return new View
        {
            ObligationId = report.Id,
            RowVersion = report.Version,
            PilotId = report.PilotId,
            RegionName = report.RegionName,
            Ordinal = report.Ordinal,
            PeriodStartsOn = report.PeriodStartsOn,
            DueOn = report.DueOn,
            OpensAt = report.OpensAt,
            DueAt = report.DueAt,
            Status = status,
            Content = report.Content,
            SavedAt = report.SavedAt,
            SavedBy = report.SavedBy,
            VersionNumber = report.VersionNumber,
            NationalNote = NoteOf(report.National, report.NationalNote),
            ProvincialNote = NoteOf(report.Provincial, report.ProvincialNote),
            Figures = Lines(report, earlier),
            Gaps = ReportAccess.GapsOf(report.Content),
            MayFile = report.ActsOf(session.Actor, session.Now).Contains(ReportAct.File),
        };
    }

    private static string? NoteOf(AcknowledgementStatus status, string? note) =>
        status == AcknowledgementStatus.SupplementRequested ? note : null;

    /// <summary>A nil or missing half-year carries no figures: the cumulative value goes on from the last one that does.</summary>
    private static List<FigureLine> Lines(ReportObligation report, List<Earlier> earlier)
    {
        var byCode = earlier.OrderBy(f => f.Ordinal).ToLookup(f => f.Code);
        return
        [
            .. Indicators.All.Select(indicator =>
            {
                var last = byCode[indicator.Code].LastOrDefault();
                var isFlow = indicator.Kind == IndicatorKind.Flow;
                return new FigureLine(
                    indicator.Code,
                    report.Content.Figures.GetValueOrDefault(indicator.Code),
                    last?.Ordinal == report.Ordinal - 1 ? last.Period / Scale : null,
                    (isFlow ? last?.Cumulative : last?.Period) / Scale
                );
            }),
        ];
    }
}
