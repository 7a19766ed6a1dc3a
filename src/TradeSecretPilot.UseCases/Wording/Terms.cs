using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Receipts;

namespace TradeSecretPilot.UseCases.Wording;

/// <summary>The terms of the work plan: areas, levels, checks and receipts.</summary>
public static partial class Terms
{
    public static Term Of(TaskArea area) =>
        area switch
        {
            TaskArea.InstitutionalInnovation => new(
                "加强商业秘密保护制度创新",
                "Institutional innovation"
            ),
            TaskArea.WorkingMechanisms => new("健全商业秘密保护工作机制", "Working mechanisms"),
            TaskArea.Enforcement => new("加强商业秘密保护监管执法", "Enforcement"),
            TaskArea.ServiceSystem => new("健全商业秘密保护服务保障体系", "Service system"),
            TaskArea.InternationalRules => new("对标高标准国际经贸规则", "International rules"),
            TaskArea.ProtectionCulture => new(
                "营造商业秘密保护良好氛围",
                "A culture of protection"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(area), area, null),
        };

    public static Term Of(SubTask subTask) =>
        subTask switch
        {
            SubTask.RulesAndGuidelines => new("建立健全制度规则", "Rules and guidelines"),
            SubTask.EnterpriseInternalManagement => new(
                "完善企业内部管理制度",
                "Enterprises' internal management"
            ),
            SubTask.InterdepartmentalCoordination => new(
                "建立部门联动机制",
                "Interdepartmental coordination"
            ),
            SubTask.IndustryAssociations => new("发挥行业协会作用", "Industry associations"),
            SubTask.CaseHandling => new("强化执法办案", "Case handling"),
            SubTask.EnforcementCapacity => new("提升执法能力", "Enforcement capacity"),
            SubTask.GovernmentServices => new("完善政府服务保障", "Government services"),
            SubTask.ThirdPartyServices => new("加强第三方服务供给", "Third-party services"),
            SubTask.ThinkTankSupport => new("加强智库支撑", "Think-tank support"),
            SubTask.OverseasRightsAssistance => new(
                "加强涉外维权援助保障",
                "Help with rights overseas"
            ),
            SubTask.OpenEnvironment => new("营造良好开放环境", "An open environment"),
            SubTask.Training => new("加大培训力度", "Training"),
            SubTask.PublicAwareness => new("加大宣传普及力度", "Public awareness"),
            _ => throw new ArgumentOutOfRangeException(nameof(subTask), subTask, null),
        };

    public static Term Of(GovernmentLevel level) =>
        level switch
        {
            GovernmentLevel.Province => new("省级", "Provincial level"),
            GovernmentLevel.City => new("市级", "City level"),
            GovernmentLevel.County => new("县级", "County level"),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };

    public static Term Of(DivisionLevel level) => DivisionTerms.Of(level);

    public static Term Of(DivisionClass divisionClass) => DivisionTerms.Of(divisionClass);

    public static Term Of(ReviewCheck check) =>
        check switch
        {
            ReviewCheck.EligibleApplicant => new(
                "申报主体为市、县（区）或功能区",
                "The applicant is a city, county, district or functional zone"
            ),
            ReviewCheck.InTheGovernmentsName => new(
                "以政府名义申请",
                "Applied for in the government's name"
            ),
            ReviewCheck.ThreePartsComplete => new(
                "三个部分齐全，内容与标题相符",
                "Three parts, each with what its title says"
            ),
            ReviewCheck.MeasuresMatchSubTasks => new(
                "举措与子任务对应，责任单位明确",
                "Measures match sub-tasks and name a responsible unit"
            ),
            ReviewCheck.TargetsVerifiable => new(
                "目标可以核验，有数量和时限",
                "Targets can be verified, with figures and dates"
            ),
            ReviewCheck.SupportItemised => new(
                "人财物按层级和年度列明",
                "Staff, funding and facilities by level and year"
            ),
            ReviewCheck.NoSecrets => new(
                "未见涉密信息和企业秘密内容",
                "No state or enterprise secrets seen"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
        };

    public static Term Of(ReviewFinding finding) =>
        finding switch
        {
            ReviewFinding.Conforms => new("符合", "Conforms"),
            ReviewFinding.Doubtful => new("存疑", "Doubtful"),
            ReviewFinding.Fails => new("不符", "Fails"),
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, null),
        };

    public static Term Of(ReceiptKind kind) =>
        kind switch
        {
            ReceiptKind.Application => new("提交试点申报工作方案", "Work plan submitted"),
            ReceiptKind.ProgressReport => new("报送试点工作进展情况报告", "Progress report filed"),
            ReceiptKind.ForwardingLetter => new(
                "择优上报推荐地区",
                "Recommended regions forwarded"
            ),
            ReceiptKind.Decision => new("作出遴选决定", "Selection decided"),
            ReceiptKind.Announcement => new("公布试点地区名单", "List of pilot regions published"),
            ReceiptKind.AuditCertificate => new("校验审计记录", "Audit trail verified"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static Term Of(IndicatorKind kind) =>
        kind == IndicatorKind.Flow ? new("流量", "Flow") : new("存量", "Stock");
}
