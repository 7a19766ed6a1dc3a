using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.Web.Components;

/// <summary>Chinese words of a work plan, each the key of its translation.</summary>
public static class PlanWords
{
    public static string Of(PlanPart part) =>
        part switch
        {
            PlanPart.Foundation => "一、基础和优势",
            PlanPart.Measures => "二、重点任务和创新举措",
            PlanPart.Support => "三、组织保障",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };

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

    public static string Of(SubTask subTask) =>
        subTask switch
        {
            SubTask.RulesAndGuidelines => "建立健全制度规则",
            SubTask.EnterpriseInternalManagement => "完善企业内部管理制度",
            SubTask.InterdepartmentalCoordination => "建立部门联动机制",
            SubTask.IndustryAssociations => "发挥行业协会作用",
            SubTask.CaseHandling => "强化执法办案",
            SubTask.EnforcementCapacity => "提升执法能力",
            SubTask.GovernmentServices => "完善政府服务保障",
            SubTask.ThirdPartyServices => "加强第三方服务供给",
            SubTask.ThinkTankSupport => "加强智库支撑",
            SubTask.OverseasRightsAssistance => "加强涉外维权援助保障",
            SubTask.OpenEnvironment => "营造良好开放环境",
            SubTask.Training => "加大培训力度",
            SubTask.PublicAwareness => "加大宣传普及力度",
            _ => throw new ArgumentOutOfRangeException(nameof(subTask), subTask, null),
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

    public static string Of(GovernmentLevel level) =>
        level switch
        {
            GovernmentLevel.Province => "省级",
            GovernmentLevel.City => "市级",
            GovernmentLevel.County => "县级",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };
}
