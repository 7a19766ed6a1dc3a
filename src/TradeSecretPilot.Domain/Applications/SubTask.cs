using System.Text.Json.Serialization;

namespace TradeSecretPilot.Domain.Applications;

/// <summary>The six task areas of chapter 三 of the plan.</summary>
public enum TaskArea
{
    /// <summary>（一）加强商业秘密保护制度创新.</summary>
    [JsonStringEnumMemberName("A")]
    InstitutionalInnovation = 1,

    /// <summary>（二）健全商业秘密保护工作机制.</summary>
    [JsonStringEnumMemberName("B")]
    WorkingMechanisms = 2,

    /// <summary>（三）加强商业秘密保护监管执法.</summary>
    [JsonStringEnumMemberName("C")]
    Enforcement = 3,

    /// <summary>（四）健全商业秘密保护服务保障体系.</summary>
    [JsonStringEnumMemberName("D")]
    ServiceSystem = 4,

    /// <summary>（五）对标高标准国际经贸规则.</summary>
    [JsonStringEnumMemberName("E")]
    InternationalRules = 5,

    /// <summary>（六）营造商业秘密保护良好氛围.</summary>
    [JsonStringEnumMemberName("F")]
    ProtectionCulture = 6,
}

/// <summary>The thirteen sub-tasks: the backbone of plans, pilots, reports and statistics.</summary>
public enum SubTask
{
    [JsonStringEnumMemberName("A1")]
    RulesAndGuidelines = 11,

    [JsonStringEnumMemberName("A2")]
    EnterpriseInternalManagement = 12,

    [JsonStringEnumMemberName("B1")]
    InterdepartmentalCoordination = 21,

    [JsonStringEnumMemberName("B2")]
    IndustryAssociations = 22,

    [JsonStringEnumMemberName("C1")]
    CaseHandling = 31,

    [JsonStringEnumMemberName("C2")]
    EnforcementCapacity = 32,

    [JsonStringEnumMemberName("D1")]
    GovernmentServices = 41,

    [JsonStringEnumMemberName("D2")]
    ThirdPartyServices = 42,

    [JsonStringEnumMemberName("D3")]
    ThinkTankSupport = 43,

    [JsonStringEnumMemberName("E1")]
    OverseasRightsAssistance = 51,

    [JsonStringEnumMemberName("E2")]
    OpenEnvironment = 52,

    [JsonStringEnumMemberName("F1")]
    Training = 61,

    [JsonStringEnumMemberName("F2")]
    PublicAwareness = 62,
}

public static class SubTasks
{
    public static IReadOnlyList<SubTask> All { get; } = Enum.GetValues<SubTask>();

    public static TaskArea Area(this SubTask subTask) => (TaskArea)((int)subTask / 10);

    public static IReadOnlyList<SubTask> In(TaskArea area) => [.. All.Where(s => s.Area() == area)];
}
