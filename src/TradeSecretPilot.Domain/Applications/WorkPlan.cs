using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.Domain.Applications;

/// <summary>
/// 创新试点工作方案, with exactly the three parts of 四（一） of the plan: 基础和优势, 重点任务和创新举措, 组织保障. It is one document:
/// a draft, a submitted version and what a reviewer compares are values of this record.
/// </summary>
public sealed record WorkPlan
{
    public const int TextMaxLength = 8000;
    public const int MaxMeasures = 60;
    public const int MaxSupportLines = 40;

    public static WorkPlan Empty { get; } = new();

    /// <summary>一、工作基础.</summary>
    public string Foundation { get; init; } = "";

    /// <summary>一、比较优势.</summary>
    public string Advantages { get; init; } = "";

    /// <summary>二、总体思路.</summary>
    public string Approach { get; init; } = "";

    /// <summary>二、分阶段安排.</summary>
    public string Phasing { get; init; } = "";

    /// <summary>二、创新举措.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>三、组织领导.</summary>
    public string Leadership { get; init; } = "";

    /// <summary>三、保障机制.</summary>
    public string Safeguards { get; init; } = "";

    /// <summary>三、各级政府人财物支持.</summary>
    public IReadOnlyList<SupportLine> Support { get; init; } = [];

    /// <summary>附件.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>创新举措: one measure of a plan. A pilot's task is traced back to it by <see cref="Id"/>.</summary>
public sealed record Measure
{
    public const int TitleMaxLength = 60;
    public const int InnovationMaxLength = 300;
    public const int UnitMaxLength = 60;
    public const int CoUnitsMaxLength = 200;
    public const int DeliverableMaxLength = 200;
    public const int TargetMaxLength = 200;

    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public SubTask? SubTask { get; init; }

    /// <summary>创新点.</summary>
    public string Innovation { get; init; } = "";

    /// <summary>责任单位.</summary>
    public string ResponsibleUnit { get; init; } = "";

    /// <summary>协同单位.</summary>
    public string CoUnits { get; init; } = "";

    /// <summary>First month, as its first day.</summary>
    public DateOnly? StartMonth { get; init; }

    /// <summary>Last month, as its first day.</summary>
    public DateOnly? FinishMonth { get; init; }

    /// <summary>成果形式.</summary>
    public string Deliverable { get; init; } = "";

    /// <summary>可核验目标.</summary>
    public string Target { get; init; } = "";
}

/// <summary>Whose budget a support line comes from.</summary>
public enum GovernmentLevel
{
    Province = 1,
    City = 2,
    County = 3,
}

/// <summary>人财物 of one level of government in one year.</summary>
public sealed record SupportLine
{
    public const int MaxStaff = 100_000;
    public const decimal MaxFunding = 10_000_000m;
    public const int FacilitiesMaxLength = 200;

    public GovernmentLevel Level { get; init; } = GovernmentLevel.City;

    public int Year { get; init; }

    /// <summary>人 (persons).</summary>
    public int Staff { get; init; }

    /// <summary>财, in 万元 (CNY 10,000), two decimals.</summary>
    public decimal Funding { get; init; }

    /// <summary>物.</summary>
    public string Facilities { get; init; } = "";
}
