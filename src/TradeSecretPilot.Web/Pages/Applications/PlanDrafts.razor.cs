using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>What the plan was while it was written.</summary>
public sealed partial class PlanDrafts
{
    [Inject]
    public required GetPlanHistory GetPlanHistory { get; set; }

    [Inject]
    public required RestorePlan RestorePlan { get; set; }

    private GetPlanHistory.View? View { get; set; }

    protected override async Task<Refusal?> ReadAsync()
    {
        var found = await GetPlanHistory.ExecuteAsync(new GetPlanHistory.Input(Id, DraftId), Left);
        View = found.Refusal is null ? found.Value : null;
        return found.Refusal;
    }

    protected override Task<Result> RestoreAsync(Guid draftId, int version) =>
        RestorePlan.ExecuteAsync(new RestorePlan.Input(Id, draftId, version), Acting.ToTheEnd);
}
