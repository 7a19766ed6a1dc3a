using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>What a plan was while it was written.</summary>
internal static class PlanHistory
{
    public static DraftHistory<WorkPlan> Drafts { get; } =
        new(WorkPlan.Empty, PlanDifferences.Between);

    public static StandingDraft<WorkPlan> Standing(this Application application) =>
        new(
            application.Id,
            application.OrganizationId,
            application.Plan,
            application.PlanSavedAt,
            application.PlanSavedBy
        );
}
