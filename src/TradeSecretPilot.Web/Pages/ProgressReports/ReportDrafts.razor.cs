using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>What the report was while it was written.</summary>
public sealed partial class ReportDrafts
{
    [Inject]
    public required GetReportHistory GetReportHistory { get; set; }

    [Inject]
    public required RestoreReport RestoreReport { get; set; }

    private GetReportHistory.View? View { get; set; }

    protected override async Task<Refusal?> ReadAsync()
    {
        var found = await GetReportHistory.ExecuteAsync(
            new GetReportHistory.Input(Id, DraftId),
            Left
        );
        View = found.Refusal is null ? found.Value : null;
        return found.Refusal;
    }

    protected override Task<Result> RestoreAsync(Guid draftId, int version) =>
        RestoreReport.ExecuteAsync(new RestoreReport.Input(Id, draftId, version), Acting.ToTheEnd);
}
