using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.Domain.ProvincialReviews;

/// <summary>What the preliminary review 初步审核 checks. Portal setting.</summary>
public enum ReviewCheck
{
    /// <summary>申报主体为市、县（区）或功能区.</summary>
    EligibleApplicant = 1,

    /// <summary>以政府名义申请.</summary>
    InTheGovernmentsName = 2,

    /// <summary>三个部分齐全，内容与标题相符.</summary>
    ThreePartsComplete = 3,

    /// <summary>举措与子任务对应，责任单位明确.</summary>
    MeasuresMatchSubTasks = 4,

    /// <summary>目标可以核验，有数量和时限.</summary>
    TargetsVerifiable = 5,

    /// <summary>人财物按层级和年度列明.</summary>
    SupportItemised = 6,

    /// <summary>未见涉密信息和企业秘密内容.</summary>
    NoSecrets = 7,
}

/// <summary>符合 · 存疑 · 不符.</summary>
public enum ReviewFinding
{
    Conforms = 1,
    Doubtful = 2,
    Fails = 3,
}

/// <summary>初审: checklist, opinion and comments of the province on one submitted version.</summary>
public sealed class ProvincialReview : Aggregate
{
    public const int OpinionMaxLength = 2000;

    private ProvincialReview() { }

    public Guid ApplicationId { get; private set; }

    public string ProvinceCode { get; private set; } = null!;

    /// <summary>The version reviewed.</summary>
    public int VersionNumber { get; private set; }

    public IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings { get; private set; } =
        new Dictionary<ReviewCheck, ReviewFinding>();

    public string Opinion { get; private set; } = "";

    /// <summary>批注 gathered so far; they reach the region when the plan is returned.</summary>
    public IReadOnlyList<ReturnComment> Comments { get; private set; } = [];

    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    /// <summary>Checks without a finding.</summary>
    public IReadOnlyList<ReviewCheck> Open =>
        [.. Enum.GetValues<ReviewCheck>().Where(check => !Findings.ContainsKey(check))];

    public static ProvincialReview Of(Application application, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = application.Id,
            ProvinceCode = application.ProvinceCode,
            VersionNumber = application.VersionNumber,
            SavedAt = now,
        };

    public Result Record(
        IReadOnlyDictionary<ReviewCheck, ReviewFinding> findings,
        string opinion,
        IReadOnlyList<ReturnComment> comments,
        string reviewer,
        DateTimeOffset now
    )
    {
        opinion = Characters.Clean(opinion);
        if (!Characters.HasRoom(opinion, OpinionMaxLength))
        {
            return ProvincialReviewRefusals.OpinionTooLong();
        }

        if (ReturnComment.Check(comments) is { } invalid)
        {
            return invalid;
        }

        Findings = findings
            .Where(f => Enum.IsDefined(f.Key) && Enum.IsDefined(f.Value))
            .ToDictionary(f => f.Key, f => f.Value);
        Opinion = opinion;
        Comments = [.. comments.Select(c => c.Clean())];
        SavedAt = now;
        SavedBy = reviewer;
        return Result.Done;
    }

    /// <summary>Refuses a recommendation that the checklist does not carry.</summary>
    public Refusal? RefuseRecommendation() =>
        Open.Count > 0 ? ProvincialReviewRefusals.ChecklistOpen(Open.Count)
        : Findings.Values.Contains(ReviewFinding.Fails) ? ProvincialReviewRefusals.ChecklistFailed()
        : string.IsNullOrWhiteSpace(Opinion) ? ProvincialReviewRefusals.OpinionMissing()
        : Characters.Excess(Opinion, OpinionMaxLength) > 0
            ? ProvincialReviewRefusals.OpinionTooLong()
        : null;
}
