using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>修改记录: what the report was while it was written, for the organisation that writes it.</summary>
[OneSnapshot]
[RecordsNothing("Its authors read their own earlier drafts.")]
public sealed class GetReportHistory(PilotSessions sessions)
{
    /// <param name="DraftId">The entry to compare with the present text; null for the list alone.</param>
    public sealed record Input(Guid ObligationId, Guid? DraftId = null);

    public sealed record View
    {
        public required Guid ObligationId { get; init; }

        public required string RegionName { get; init; }

        public required int Ordinal { get; init; }

        public required DateOnly DueOn { get; init; }

        /// <summary>The text as it stands.</summary>
        public required ReportContent Content { get; init; }

        public required DraftHistoryView History { get; init; }

        /// <summary>The text of the entry asked for; null when none was.</summary>
        public required ReportContent? Chosen { get; init; }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditReports, ct);
        if (await session.FindReportAsync(input.ObligationId, ct) is not { } report)
        {
            return ReportRefusals.NotFound();
        }

        var history = ReportHistory.Drafts;
        var chosen = input.DraftId is { } id
            ? await history.FindAsync(session, report.Id, id, ct)
            : null;
        if (input.DraftId is not null && chosen is null)
        {
            return DraftRefusals.NotFound();
        }

        return new View
        {
            ObligationId = report.Id,
            RegionName = report.RegionName,
            Ordinal = report.Ordinal,
            DueOn = report.DueOn,
            Content = report.Content,
            History = await history.ReadAsync(
                session,
                report.Standing(),
                report.Version,
                report.ActsOf(session.Actor, session.Now).Contains(ReportAct.Edit),
                ct
            ),
            Chosen = chosen,
        };
    }
}
