using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Wording;
using NextActorKind = TradeSecretPilot.UseCases.Workflow.NextActor;

namespace TradeSecretPilot.Web.Parts.Records;

/// <summary>轮到谁 in words: Chinese, each the key of its translation.</summary>
public static class TurnWords
{
    /// <summary>Whether a role is the one that acts next, or one of those who may.</summary>
    public static bool IsMe(NextActorKind actor, Role role) =>
        actor switch
        {
            NextActorKind.LocalGovernment => role is Role.Drafter or Role.LocalApprover,
            NextActorKind.Province => role is Role.ProvincialReviewer or Role.ProvincialApprover,
            NextActorKind.Experts => role is Role.Expert,
            NextActorKind.WorkingGroup => role is Role.WorkingGroup or Role.WorkingGroupLead,
            NextActorKind.WorkingGroupLead => role is Role.WorkingGroupLead,
            _ => false,
        };

    /// <summary>What is to be done with an application in a status; null when nothing is.</summary>
    public static string? ActOn(ApplicationStatus status, int versionNumber, int? rank) =>
        status switch
        {
            ApplicationStatus.Draft => "填写并提交",
            ApplicationStatus.Returned => "修改后重新提交",
            ApplicationStatus.Submitted => versionNumber > 1 ? "复审" : "初审",
            ApplicationStatus.Recommended => rank is null ? "排序¦推荐" : "上报",
            ApplicationStatus.Forwarded => "评估论证",
            ApplicationStatus.Appraised => "遴选",
            ApplicationStatus.Selected or ApplicationStatus.NotSelected => "公布",
            _ => null,
        };
}
