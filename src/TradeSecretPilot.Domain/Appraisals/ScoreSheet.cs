using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Appraisals;

public enum ScoreSheetStatus
{
    /// <summary>Given to the expert, who sees only whose plan it is.</summary>
    Assigned = 1,

    /// <summary>The expert declared no conflict; the plan is open.</summary>
    Accepted = 2,

    /// <summary>评分已提交.</summary>
    Submitted = 3,

    /// <summary>已回避: the plan is closed to this expert for good.</summary>
    Recused = 4,

    /// <summary>已收回: the working group took the plan back from an expert who did not score it; closed for good.</summary>
    Released = 5,
}

public enum ScoreSheetAct
{
    Accept = 1,
    Recuse = 2,
    Score = 3,
    Submit = 4,
    Release = 5,
}

public static class ScoreSheetLifecycle
{
    public static TransitionTable<ScoreSheetStatus, ScoreSheetAct> Table { get; } =
        new([
            (ScoreSheetStatus.Assigned, ScoreSheetAct.Accept, ScoreSheetStatus.Accepted),
            (ScoreSheetStatus.Assigned, ScoreSheetAct.Recuse, ScoreSheetStatus.Recused),
            // A conflict may come to light while reading.
            (ScoreSheetStatus.Accepted, ScoreSheetAct.Recuse, ScoreSheetStatus.Recused),
            (ScoreSheetStatus.Accepted, ScoreSheetAct.Score, ScoreSheetStatus.Accepted),
            (ScoreSheetStatus.Accepted, ScoreSheetAct.Submit, ScoreSheetStatus.Submitted),
            (ScoreSheetStatus.Assigned, ScoreSheetAct.Release, ScoreSheetStatus.Released),
            (ScoreSheetStatus.Accepted, ScoreSheetAct.Release, ScoreSheetStatus.Released),
        ]);

    /// <summary>Statuses in which the assignment stands. In the others the plan is closed to the expert and needs another.</summary>
    public static IReadOnlyList<ScoreSheetStatus> Held { get; } =
    [ScoreSheetStatus.Assigned, ScoreSheetStatus.Accepted, ScoreSheetStatus.Submitted];

    /// <summary>Statuses in which the expert still owes the sheet.</summary>
    public static IReadOnlyList<ScoreSheetStatus> Owed { get; } =
    [ScoreSheetStatus.Assigned, ScoreSheetStatus.Accepted];
}

/// <summary>评分表: one expert's assignment to one plan, with recusal or scores.</summary>
public sealed class ScoreSheet : Aggregate
{
    public const int CommentMaxLength = 2000;
    public const int ReasonMaxLength = 300;

    /// <summary>The highest total, in hundredths of a point.</summary>
    public const int MaxHundredths = 10_000;

    private ScoreSheet() { }

    public Guid BatchId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public Guid ExpertId { get; private set; }

    public ScoreSheetStatus Status { get; private set; }

    /// <summary>Points 0–100 by criterion code.</summary>
    public IReadOnlyDictionary<string, int> Scores { get; private set; } =
        new Dictionary<string, int>();

    public string Comment { get; private set; } = "";

    public string? RecusalReason { get; private set; }

    /// <summary>Why the working group took the plan back.</summary>
    public string? ReleaseReason { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Weighted total in hundredths of a point: the sum of weight (%) times points. Null until submitted.</summary>
    public int? TotalHundredths { get; private set; }

    /// <summary>Assigns a plan to an expert who may read it.</summary>
    public static Result<ScoreSheet> Assign(
        Batch batch,
        Application application,
        Expert expert,
        DateTimeOffset now
    )
    {
        if (
            batch.Stage != BatchStage.Appraising
            || application.Status != ApplicationStatus.Forwarded
        )
        {
            return AppraisalRefusals.NotAppraising();
        }

        if (expert.ProvinceCode == application.ProvinceCode)
        {
            return AppraisalRefusals.SameProvince(expert.Name);
        }

        return new ScoreSheet
        {
            Id = Guid.CreateVersion7(now),
            BatchId = batch.Id,
            ApplicationId = application.Id,
            ExpertId = expert.Id,
            Status = ScoreSheetStatus.Assigned,
            AssignedAt = now,
            SavedAt = now,
        };
    }

    public Result Accept() => Move(ScoreSheetAct.Accept);

    /// <summary>回避.</summary>
    public Result Recuse(string reason)
    {
        var closed = Close(ScoreSheetAct.Recuse, reason);
        RecusalReason = closed.Refusal is null ? Reasons.Kept(reason) : RecusalReason;
        return closed;
    }

    /// <summary>收回指派: takes an unscored plan back, so that an expert who never answers does not hold up the appraisal.</summary>
    public Result Release(Batch batch, string reason)
    {
        if (batch.Stage != BatchStage.Appraising)
        {
            return AppraisalRefusals.NotAppraising();
        }

        var closed = Close(ScoreSheetAct.Release, reason);
        ReleaseReason = closed.Refusal is null ? Reasons.Kept(reason) : ReleaseReason;
        return closed;
    }

    /// <summary>Keeps an unfinished sheet.</summary>
    public Result Save(
        Batch batch,
        IReadOnlyDictionary<string, int> scores,
        string comment,
        DateTimeOffset now
    )
    {
        if (Refuse(ScoreSheetAct.Score) is { } wrongStatus)
        {
            return wrongStatus;
        }

        var known = scores.All(s =>
            batch.Criteria.Any(c => c.Code == s.Key) && s.Value is >= 0 and <= Criterion.MaxScore
        );
        if (!known)
        {
            return AppraisalRefusals.ScoreOutOfRange();
        }

        comment = Characters.Clean(comment);
        if (!Characters.HasRoom(comment, CommentMaxLength))
        {
            return AppraisalRefusals.CommentTooLong();
        }

        Scores = new Dictionary<string, int>(scores);
        Comment = comment;
        SavedAt = now;
        return Result.Done;
    }

    /// <summary>Submits the sheet; it cannot be changed afterwards.</summary>
    public Result Submit(Batch batch, DateTimeOffset now)
    {
        if (Refuse(ScoreSheetAct.Submit) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (batch.Stage != BatchStage.Appraising)
        {
            return AppraisalRefusals.NotAppraising();
        }

        var open = batch.Criteria.Count(c => !Scores.ContainsKey(c.Code));
        if (open > 0)
        {
            return AppraisalRefusals.SheetIncomplete(open);
        }

        if (Characters.Excess(Comment, CommentMaxLength) > 0)
        {
            return AppraisalRefusals.CommentTooLong();
        }

        Status = ScoreSheetStatus.Submitted;
        SubmittedAt = now;
        TotalHundredths = batch.Criteria.Sum(c => c.WeightPercent * Scores[c.Code]);
        return Result.Done;
    }

    /// <summary>Closes the plan to the expert; what was written of the sheet counts for nothing and is forgotten.</summary>
    private Result Close(ScoreSheetAct act, string reason)
    {
        if ((Refuse(act) ?? Reasons.Check(reason, ReasonMaxLength)) is { } refusal)
        {
            return refusal;
        }

        Scores = new Dictionary<string, int>();
        Comment = "";
        return Move(act);
    }

    private Result Move(ScoreSheetAct act)
    {
        if (ScoreSheetLifecycle.Table.Next(Status, act) is not { } next)
        {
            return AppraisalRefusals.WrongStatus(Status);
        }

        Status = next;
        return Result.Done;
    }

    private Refusal? Refuse(ScoreSheetAct act) =>
        ScoreSheetLifecycle.Table.Permits(Status, act)
            ? null
            : AppraisalRefusals.WrongStatus(Status);
}
