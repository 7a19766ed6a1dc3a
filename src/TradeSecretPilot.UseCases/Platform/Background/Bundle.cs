namespace TradeSecretPilot.UseCases.Platform.Background;

/// <summary>What a bundle holds.</summary>
public enum BundleKind
{
    /// <summary>申报书.</summary>
    Applications = 1,

    /// <summary>初步审核意见.</summary>
    Reviews = 2,

    /// <summary>评分表.</summary>
    ScoreSheets = 3,

    /// <summary>遴选结果告知函.</summary>
    OutcomeLetters = 4,

    /// <summary>进展情况报告.</summary>
    Reports = 5,
}

public enum BundleStatus
{
    /// <summary>排队中.</summary>
    Waiting = 1,

    /// <summary>生成中.</summary>
    Running = 2,

    /// <summary>可以下载.</summary>
    Ready = 3,

    /// <summary>未能生成.</summary>
    Failed = 4,

    /// <summary>已取消.</summary>
    Cancelled = 5,

    /// <summary>已过保存期.</summary>
    Expired = 6,
}

/// <summary>Why a bundle could not be made.</summary>
public enum BundleFailure
{
    /// <summary>The account that asked is disabled, locked, or may not read these records any more.</summary>
    NotAllowed = 1,

    /// <summary>The place where files are kept could not be written: full, or not reachable.</summary>
    Storage = 2,

    /// <summary>Every process that began it ended before it was done.</summary>
    Interrupted = 3,

    /// <summary>An error of the program; the log has it.</summary>
    Unexpected = 4,
}

/// <summary>
/// 打包下载: many documents in one file, made in the background as the account that asked for it, which alone may fetch it.
/// </summary>
public sealed class Bundle : Aggregate
{
    /// <summary>Documents in one bundle.</summary>
    public const int MaxItems = 1000;

    public const int TitleMaxLength = 100;

    /// <summary>Days for which a bundle can be fetched. Portal setting.</summary>
    public const int KeptDays = 7;

    /// <summary>How often it is begun before it is given up: one that ends every process that takes it must not go round for ever.</summary>
    public const int MaxAttempts = 3;

    private Bundle() { }

    public Guid AccountId { get; private set; }

    public BundleKind Kind { get; private set; }

    /// <summary>Name of the file without its ending.</summary>
    public string Title { get; private set; } = null!;

    /// <summary>The records, in the order of the list.</summary>
    public IReadOnlyList<Guid> Items { get; private set; } = [];

    public BundleStatus Status { get; private set; }

    /// <summary>How often a node began it since it was asked for.</summary>
    public int Attempts { get; private set; }

    /// <summary>Set while it is <see cref="BundleStatus.Failed"/>.</summary>
    public BundleFailure? Failure { get; private set; }

    /// <summary>Records gone through so far.</summary>
    public int Done { get; private set; }

    /// <summary>Of them, those of which no document could be made.</summary>
    public int Refused { get; private set; }

    public long Bytes { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>UTC, by the machine's clock: the node that makes it must be heard of before.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>UTC, by the machine's clock.</summary>
    public DateTimeOffset? KeptUntil { get; private set; }

    internal string FileName => $"bundles/{Id:N}.zip";

    internal static Result<Bundle> Request(
        Guid accountId,
        BundleKind kind,
        string title,
        IReadOnlyList<Guid> items,
        DateTimeOffset now
    ) =>
        items.Count == 0 ? BundleRefusals.Empty()
        : items.Count > MaxItems ? BundleRefusals.TooMany(items.Count)
        : new Bundle
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            Kind = kind,
            Title = title,
            Items = items,
            Status = BundleStatus.Waiting,
            RequestedAt = now,
        };

    /// <summary>Whether a node may begin it: nobody has, or the one that had is not heard of any more.</summary>
    internal bool IsFree(DateTimeOffset machineNow) =>
        Status == BundleStatus.Waiting
        || (Status == BundleStatus.Running && LeaseUntil < machineNow);

    internal void Take(DateTimeOffset leaseUntil) =>
        (Status, LeaseUntil, Done, Refused, Attempts) = (
            BundleStatus.Running,
            leaseUntil,
            0,
            0,
            Attempts + 1
        );

    internal void Finish(long bytes, DateTimeOffset now, DateTimeOffset keptUntil) =>
        (Status, Bytes, FinishedAt, KeptUntil, LeaseUntil) = (
            BundleStatus.Ready,
            bytes,
            now,
            keptUntil,
            null
        );

    internal void Fail(BundleFailure failure, DateTimeOffset now) =>
        (Status, Failure, FinishedAt, LeaseUntil) = (BundleStatus.Failed, failure, now, null);

    /// <summary>Puts it into the queue again.</summary>
    internal Result Retry()
    {
        if (Status != BundleStatus.Failed)
        {
            return BundleRefusals.NotFailed();
        }

        (Status, Failure, FinishedAt) = (BundleStatus.Waiting, null, null);
        (Done, Refused, Attempts) = (0, 0, 0);
        return Result.Done;
    }

    internal Result Cancel(DateTimeOffset now)
    {
        if (Status is not (BundleStatus.Waiting or BundleStatus.Running))
        {
            return BundleRefusals.NotUnderWay();
        }

        (Status, FinishedAt, LeaseUntil) = (BundleStatus.Cancelled, now, null);
        return Result.Done;
    }

    internal void Expire() => Status = BundleStatus.Expired;
}
