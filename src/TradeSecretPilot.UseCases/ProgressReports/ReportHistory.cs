using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>What a report was while it was written.</summary>
internal static class ReportHistory
{
    public static DraftHistory<ReportContent> Drafts { get; } =
        new(ReportContent.Empty, ReportDifferences.Between);

    public static StandingDraft<ReportContent> Standing(this ReportObligation report) =>
        new(
            report.Id,
            report.OrganizationId,
            report.Content,
            report.SavedAt ?? report.CreatedAt,
            report.SavedBy
        );
}
