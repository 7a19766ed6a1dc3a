using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.Web.Parts.Plans;

/// <summary>Chinese words of a work plan, each the key of its translation.</summary>
public static class PlanWords
{
    public static string Of(PlanPart part) =>
        part switch
        {
            PlanPart.Foundation => "一、基础和优势",
            PlanPart.Measures => "二、重点任务和创新举措",
            PlanPart.Support => "三、组织保障",
            PlanPart.Attachments => "附件",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };

    /// <summary>The editor puts the sealed copy beside the attachments.</summary>
    public static string InEditor(PlanPart part) =>
        part == PlanPart.Attachments ? "附件与盖章件" : Of(part);

    public static string Of(TaskArea area) =>
        area switch
        {
            TaskArea.InstitutionalInnovation => "一 制度创新",
            TaskArea.WorkingMechanisms => "二 工作机制",
            TaskArea.Enforcement => "三 监管执法",
            TaskArea.ServiceSystem => "四 服务保障",
            TaskArea.InternationalRules => "五 国际规则",
            TaskArea.ProtectionCulture => "六 保护氛围",
            _ => throw new ArgumentOutOfRangeException(nameof(area), area, null),
        };

    /// <summary>Four characters at most, for cells.</summary>
    public static string InBrief(SubTask subTask) =>
        subTask switch
        {
            SubTask.RulesAndGuidelines => "制度规则",
            SubTask.EnterpriseInternalManagement => "企业内控",
            SubTask.InterdepartmentalCoordination => "部门联动",
            SubTask.IndustryAssociations => "行业协会",
            SubTask.CaseHandling => "执法办案",
            SubTask.EnforcementCapacity => "执法能力",
            SubTask.GovernmentServices => "政府服务",
            SubTask.ThirdPartyServices => "第三方",
            SubTask.ThinkTankSupport => "智库",
            SubTask.OverseasRightsAssistance => "涉外援助",
            SubTask.OpenEnvironment => "开放环境",
            SubTask.Training => "培训",
            SubTask.PublicAwareness => "宣传",
            _ => throw new ArgumentOutOfRangeException(nameof(subTask), subTask, null),
        };
}
