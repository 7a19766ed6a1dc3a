using System.Globalization;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Receipts;

namespace TradeSecretPilot.UseCases.Documents;

/// <summary>The programme's terms as official documents write them, in the plan's own words.</summary>
public static partial class OfficialWords
{
    /// <summary>The national regulator.</summary>
    public const string Samr = "国家市场监督管理总局";

    /// <summary>What is not known or not there.</summary>
    public const string None = "—";

    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;

    private static readonly string[] Digits =
    [
        "〇",
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
    ];

    public static string Of(TaskArea area) =>
        area switch
        {
            TaskArea.InstitutionalInnovation => "加强商业秘密保护制度创新",
            TaskArea.WorkingMechanisms => "健全商业秘密保护工作机制",
            TaskArea.Enforcement => "加强商业秘密保护监管执法",
            TaskArea.ServiceSystem => "健全商业秘密保护服务保障体系",
            TaskArea.InternationalRules => "对标高标准国际经贸规则",
            TaskArea.ProtectionCulture => "营造商业秘密保护良好氛围",
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

    public static string Of(GovernmentLevel level) =>
        level switch
        {
            GovernmentLevel.Province => "省级",
            GovernmentLevel.City => "市级",
            GovernmentLevel.County => "县级",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };

    public static string Of(DivisionLevel level) =>
        level switch
        {
            DivisionLevel.Province => "省",
            DivisionLevel.Prefecture => "市",
            DivisionLevel.County => "县（区）",
            DivisionLevel.FunctionalZone => "功能区",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };

    public static string Of(ReviewCheck check) =>
        check switch
        {
            ReviewCheck.EligibleApplicant => "申报主体为市、县（区）或功能区",
            ReviewCheck.InTheGovernmentsName => "以政府名义申请",
            ReviewCheck.ThreePartsComplete => "三个部分齐全，内容与标题相符",
            ReviewCheck.MeasuresMatchSubTasks => "举措与子任务对应，责任单位明确",
            ReviewCheck.TargetsVerifiable => "目标可以核验，有数量和时限",
            ReviewCheck.SupportItemised => "人财物按层级和年度列明",
            ReviewCheck.NoSecrets => "未见涉密信息和企业秘密内容",
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
        };

    public static string Of(ReviewFinding finding) =>
        finding switch
        {
            ReviewFinding.Conforms => "符合",
            ReviewFinding.Doubtful => "存疑",
            ReviewFinding.Fails => "不符",
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, null),
        };

    public static string Of(ReceiptKind kind) =>
        kind switch
        {
            ReceiptKind.Application => "提交试点申报工作方案",
            ReceiptKind.ProgressReport => "报送试点工作进展情况报告",
            ReceiptKind.ForwardingLetter => "择优上报推荐地区",
            ReceiptKind.Decision => "作出遴选决定",
            ReceiptKind.Announcement => "公布试点地区名单",
            ReceiptKind.AuditCertificate => "校验审计记录",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Of(IndicatorKind kind) => kind == IndicatorKind.Flow ? "流量" : "存量";

    /// <summary>2022年4月20日.</summary>
    public static string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The day in Beijing: 2022年4月20日.</summary>
    public static string Day(DateTimeOffset instant) => Day(BeijingTime.DayOf(instant));

    /// <summary>2022年4月20日 10:32:05, Beijing time.</summary>
    public static string Moment(DateTimeOffset instant) =>
        $"{Day(instant)} {instant.ToOffset(BeijingTime.Offset).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";

    /// <summary>2022.07.</summary>
    public static string Month(DateOnly? month) =>
        month?.ToString("yyyy.MM", CultureInfo.InvariantCulture) ?? None;

    /// <summary>85.60 for 8560 hundredths of a point.</summary>
    public static string Points(int? hundredths) =>
        hundredths is { } value
            ? (value / 100m).ToString("0.00", CultureInfo.InvariantCulture)
            : None;

    /// <summary>1,234.5 without needless zeros.</summary>
    public static string Figure(decimal value) =>
        value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>1.2 MB, 340 KB; of 1,024 bytes each.</summary>
    public static string Size(long bytes) =>
        bytes switch
        {
            >= Megabyte => string.Create(
                CultureInfo.InvariantCulture,
                $"{(decimal)bytes / Megabyte:0.#} MB"
            ),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Ceiling((decimal)bytes / Kilobyte):0} KB"
            ),
        };

    /// <summary>The number of a heading: 一、 （一） 1. （1）.</summary>
    public static string Ordinal(int level, int number) =>
        level switch
        {
            1 => $"{Counted(number)}、",
            2 => $"（{Counted(number)}）",
            3 => string.Create(CultureInfo.InvariantCulture, $"{number}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"（{number}）"),
        };

    /// <summary>一 … 九十九.</summary>
    public static string Counted(int number) =>
        number switch
        {
            <= 10 => Digits[number],
            < 20 => $"十{Digits[number - 10]}",
            _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
        };
}
