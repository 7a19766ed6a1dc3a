namespace TradeSecretPilot.Domain.Applications;

/// <summary>The six task areas of chapter 三 of the plan.</summary>
public enum TaskArea
{
    /// <summary>（一）加强商业秘密保护制度创新.</summary>
    InstitutionalInnovation = 1,

    /// <summary>（二）健全商业秘密保护工作机制.</summary>
    WorkingMechanisms = 2,

    /// <summary>（三）加强商业秘密保护监管执法.</summary>
    Enforcement = 3,

    /// <summary>（四）健全商业秘密保护服务保障体系.</summary>
    ServiceSystem = 4,

    /// <summary>（五）对标高标准国际经贸规则.</summary>
    InternationalRules = 5,

    /// <summary>（六）营造商业秘密保护良好氛围.</summary>
    ProtectionCulture = 6,
}

/// <summary>The thirteen sub-tasks: the backbone of plans, pilots, reports and statistics.</summary>
public enum SubTask
{
    RulesAndGuidelines = 11,
    EnterpriseInternalManagement = 12,
    InterdepartmentalCoordination = 21,
    IndustryAssociations = 22,
    CaseHandling = 31,
    EnforcementCapacity = 32,
    GovernmentServices = 41,
    ThirdPartyServices = 42,
    ThinkTankSupport = 43,
    OverseasRightsAssistance = 51,
    OpenEnvironment = 52,
    Training = 61,
    PublicAwareness = 62,
}

public static class SubTasks
{
    public static IReadOnlyList<SubTask> All { get; } = Enum.GetValues<SubTask>();

    public static TaskArea Area(this SubTask subTask) => (TaskArea)((int)subTask / 10);

    public static IReadOnlyList<SubTask> In(TaskArea area) => [.. All.Where(s => s.Area() == area)];
}
