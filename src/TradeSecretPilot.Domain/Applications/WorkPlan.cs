using System.Text.Json.Serialization;
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

    /// <summary>The present form of the document.</summary>
    public const int CurrentSchema = 1;

    public static WorkPlan Empty { get; } = new();

    /// <summary>Version of the form in which the document is written.</summary>
    [JsonPropertyName("schema")]
    public int Schema
    {
        get;
        init => field = DocumentSchema.Known(value, CurrentSchema);
    } = CurrentSchema;

    /// <summary>一、工作基础.</summary>
    [JsonPropertyName("foundation")]
    public string Foundation { get; init; } = "";

    /// <summary>一、比较优势.</summary>
    [JsonPropertyName("advantages")]
    public string Advantages { get; init; } = "";

    /// <summary>二、总体思路.</summary>
    [JsonPropertyName("approach")]
    public string Approach { get; init; } = "";

    /// <summary>二、分阶段安排.</summary>
    [JsonPropertyName("phasing")]
    public string Phasing { get; init; } = "";

    /// <summary>二、创新举措.</summary>
    [JsonPropertyName("measures")]
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>三、组织领导.</summary>
    [JsonPropertyName("leadership")]
    public string Leadership { get; init; } = "";

    /// <summary>三、保障机制.</summary>
    [JsonPropertyName("safeguards")]
    public string Safeguards { get; init; } = "";

    /// <summary>三、各级政府人财物支持.</summary>
    [JsonPropertyName("support")]
    public IReadOnlyList<SupportLine> Support { get; init; } = [];

    /// <summary>附件.</summary>
    [JsonPropertyName("attachments")]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The plan with its texts as they are kept (<see cref="Characters.Clean"/>), and with lists of its own.</summary>
    public WorkPlan Clean() =>
        this with
        {
            Foundation = Characters.Clean(Foundation),
            Advantages = Characters.Clean(Advantages),
            Approach = Characters.Clean(Approach),
            Phasing = Characters.Clean(Phasing),
            Measures =
            [
                .. Measures.Select(m =>
                    m with
                    {
                        Title = Characters.Clean(m.Title),
                        Innovation = Characters.Clean(m.Innovation),
                        ResponsibleUnit = Characters.Clean(m.ResponsibleUnit),
                        CoUnits = Characters.Clean(m.CoUnits),
                        Deliverable = Characters.Clean(m.Deliverable),
                        Target = Characters.Clean(m.Target),
                    }
                ),
            ],
            Leadership = Characters.Clean(Leadership),
            Safeguards = Characters.Clean(Safeguards),
            Support =
            [
                .. Support.Select(l => l with { Facilities = Characters.Clean(l.Facilities) }),
            ],
            Attachments = Attachment.Clean(Attachments),
        };
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

    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    [JsonPropertyName("title")]
    public string Title { get; init; } = "";

    [JsonPropertyName("subTask")]
    public SubTask? SubTask { get; init; }

    /// <summary>创新点.</summary>
    [JsonPropertyName("innovation")]
    public string Innovation { get; init; } = "";

    /// <summary>责任单位.</summary>
    [JsonPropertyName("responsibleUnit")]
    public string ResponsibleUnit { get; init; } = "";

    /// <summary>协同单位.</summary>
    [JsonPropertyName("coUnits")]
    public string CoUnits { get; init; } = "";

    /// <summary>First month, as its first day.</summary>
    [JsonPropertyName("startMonth")]
    public DateOnly? StartMonth { get; init; }

    /// <summary>Last month, as its first day.</summary>
    [JsonPropertyName("finishMonth")]
    public DateOnly? FinishMonth { get; init; }

    /// <summary>成果形式.</summary>
    [JsonPropertyName("deliverable")]
    public string Deliverable { get; init; } = "";

    /// <summary>可核验目标.</summary>
    [JsonPropertyName("target")]
    public string Target { get; init; } = "";
}

/// <summary>Whose budget a support line comes from.</summary>
public enum GovernmentLevel
{
    [JsonStringEnumMemberName("province")]
    Province = 1,

    [JsonStringEnumMemberName("city")]
    City = 2,

    [JsonStringEnumMemberName("county")]
    County = 3,
}

/// <summary>人财物 of one level of government in one year.</summary>
public sealed record SupportLine
{
    public const int MaxStaff = 100_000;
    public const decimal MaxFunding = 10_000_000m;
    public const int FacilitiesMaxLength = 200;

    public static readonly FigureRange StaffRange = new(MaxStaff, 0, "人", "persons");
    public static readonly FigureRange FundingRange = new(MaxFunding, 2, "万元", "CNY 10,000");

    [JsonPropertyName("level")]
    public GovernmentLevel Level { get; init; } = GovernmentLevel.City;

    [JsonPropertyName("year")]
    public int Year { get; init; }

    /// <summary>人 (persons).</summary>
    [JsonPropertyName("staff")]
    public int Staff { get; init; }

    /// <summary>财, in 万元 (CNY 10,000), two decimals.</summary>
    [JsonPropertyName("funding")]
    public decimal Funding { get; init; }

    /// <summary>物.</summary>
    [JsonPropertyName("facilities")]
    public string Facilities { get; init; } = "";
}
