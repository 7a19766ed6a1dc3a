using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.Domain.ProgressReports;

/// <summary>流量 counts within the half-year; 存量 is the state at its end.</summary>
public enum IndicatorKind
{
    Flow = 1,
    Stock = 2,
}

/// <summary>An indicator of the half-year report. Portal setting.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="UnitZh">Unit, such as 件 or 万元.</param>
/// <param name="SubTask">The sub-task it belongs to; null for the inputs 人财物.</param>
public sealed record Indicator(
    string Code,
    string NameZh,
    string NameEn,
    string UnitZh,
    string UnitEn,
    SubTask? SubTask,
    IndicatorKind Kind
);

/// <summary>The indicators of the programme. Zero cases in a county is no failure: nothing is ranked by them.</summary>
public static class Indicators
{
    public const int CodeMaxLength = 40;

    public static IReadOnlyList<Indicator> All { get; } =
    [
        Flow(
            "Regulations",
            "法规规范",
            "Regulations issued",
            "件",
            "items",
            SubTask.RulesAndGuidelines
        ),
        Flow(
            "Guidelines",
            "指南标准",
            "Guidelines and standards",
            "件",
            "items",
            SubTask.RulesAndGuidelines
        ),
        Flow(
            "EnterprisesGuided",
            "建制指导企业",
            "Enterprises guided to set up rules",
            "家",
            "firms",
            SubTask.EnterpriseInternalManagement
        ),
        Stock(
            "BenchmarkEnterprises",
            "标杆企业",
            "Benchmark enterprises",
            "家",
            "firms",
            SubTask.GovernmentServices
        ),
        Flow(
            "CoordinationDocuments",
            "联动文件",
            "Coordination documents",
            "件",
            "items",
            SubTask.InterdepartmentalCoordination
        ),
        Flow(
            "JointMeetings",
            "联席会议",
            "Joint meetings",
            "次",
            "meetings",
            SubTask.InterdepartmentalCoordination
        ),
        Flow(
            "CasesTransferred",
            "移交公安",
            "Cases handed to the police",
            "件",
            "cases",
            SubTask.InterdepartmentalCoordination
        ),
        Stock(
            "Associations",
            "参与协会",
            "Associations taking part",
            "家",
            "bodies",
            SubTask.IndustryAssociations
        ),
        Flow("Complaints", "受理投诉", "Complaints accepted", "件", "cases", SubTask.CaseHandling),
        Flow("CasesOpened", "立案", "Cases opened", "件", "cases", SubTask.CaseHandling),
        Flow("CasesClosed", "结案", "Cases closed", "件", "cases", SubTask.CaseHandling),
        Flow(
            "Penalties",
            "罚没",
            "Fines and confiscations",
            "万元",
            "CNY 10,000",
            SubTask.CaseHandling
        ),
        Flow(
            "OfficersTrained",
            "执法培训",
            "Officers trained",
            "人次",
            "attendances",
            SubTask.EnforcementCapacity
        ),
        Stock(
            "ProtectionBases",
            "保护基地",
            "Protection bases",
            "个",
            "sites",
            SubTask.GovernmentServices
        ),
        Stock(
            "ServiceStations",
            "服务站点",
            "Service stations",
            "个",
            "sites",
            SubTask.GovernmentServices
        ),
        Stock(
            "Liaisons",
            "联络员",
            "Liaison officers",
            "人",
            "persons",
            SubTask.GovernmentServices
        ),
        Stock(
            "ServiceProviders",
            "服务机构",
            "Service providers",
            "家",
            "firms",
            SubTask.ThirdPartyServices
        ),
        Stock(
            "ThinkTankExperts",
            "智库专家",
            "Think-tank experts",
            "人",
            "persons",
            SubTask.ThinkTankSupport
        ),
        Flow(
            "OverseasAssistance",
            "涉外援助、预警",
            "Overseas assistance and alerts",
            "件",
            "items",
            SubTask.OverseasRightsAssistance
        ),
        Flow(
            "InternationalExchanges",
            "国际交流",
            "International exchanges",
            "场",
            "events",
            SubTask.OpenEnvironment
        ),
        Flow(
            "EnterpriseTrainings",
            "企业培训",
            "Trainings for enterprises",
            "场",
            "events",
            SubTask.Training
        ),
        Flow(
            "TrainingAttendances",
            "培训人次",
            "Training attendances",
            "人次",
            "attendances",
            SubTask.Training
        ),
        Flow("Publicity", "宣传", "Publicity", "场（篇）", "items", SubTask.PublicAwareness),
        new("Staff", "投入人员", "Staff assigned", "人", "persons", null, IndicatorKind.Stock),
        new("Funding", "投入经费", "Funding spent", "万元", "CNY 10,000", null, IndicatorKind.Flow),
        new(
            "Facilities",
            "投入场所设备",
            "Premises and equipment",
            "处（套）",
            "items",
            null,
            IndicatorKind.Stock
        ),
    ];

    private static readonly Dictionary<string, Indicator> ByCode = All.ToDictionary(i => i.Code);

    public static Indicator? Find(string code) => ByCode.GetValueOrDefault(code);

    private static Indicator Flow(
        string code,
        string zh,
        string en,
        string unitZh,
        string unitEn,
        SubTask subTask
    ) => new(code, zh, en, unitZh, unitEn, subTask, IndicatorKind.Flow);

    private static Indicator Stock(
        string code,
        string zh,
        string en,
        string unitZh,
        string unitEn,
        SubTask subTask
    ) => new(code, zh, en, unitZh, unitEn, subTask, IndicatorKind.Stock);
}
