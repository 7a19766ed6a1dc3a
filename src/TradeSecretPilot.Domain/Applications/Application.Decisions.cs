using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Applications;

/// <content>What others decide on it: the province, then the experts and the working group.</content>
public sealed partial class Application
{
    /// <summary>退回修改, with comments anchored to fields.</summary>
    /// <param name="deadline">The region's submission deadline: a return after it could not be answered.</param>
    public Result Return(
        Deadline deadline,
        string reason,
        IReadOnlyList<ReturnComment> comments,
        DateTimeOffset now
    )
    {
        if (Refuse(ApplicationAct.Return) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (deadline.HasPassed(now))
        {
            return ApplicationRefusals.ReturnTooLate(deadline);
        }

        if (
            (Reasons.Check(reason, ReasonMaxLength) ?? ReturnComment.Check(comments)) is { } invalid
        )
        {
            return invalid;
        }

        Status = ApplicationStatus.Returned;
        ReturnedAt = now;
        Reason = Reasons.Kept(reason);
        Comments = [.. comments];
        return Result.Done;
    }

    /// <summary>不予推荐.</summary>
    public Result Decline(string reason)
    {
        if (Refuse(ApplicationAct.Decline) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (Reasons.Check(reason, ReasonMaxLength) is { } noReason)
        {
            return noReason;
        }

        Status = ApplicationStatus.Declined;
        Reason = Reasons.Kept(reason);
        return Result.Done;
    }

    /// <summary>推荐. Only while the province can still forward it.</summary>
    public Result Recommend(Deadline forwarding, DateTimeOffset now)
    {
        if (Refuse(ApplicationAct.Recommend) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (forwarding.HasPassed(now))
        {
            return BatchRefusals.ForwardingClosed(forwarding, now);
        }

        Status = ApplicationStatus.Recommended;
        Rank = null;
        Reason = null;
        Comments = [];
        return Result.Done;
    }

    /// <summary>Sets or clears the rank among the province's recommendations.</summary>
    internal void SetRank(int? rank) => Rank = rank;

    /// <summary>择优上报, as one line of the province's letter.</summary>
    internal void Forward(int rank, DateTimeOffset now)
    {
        Require(ApplicationAct.Forward);
        Status = ApplicationStatus.Forwarded;
        Rank = rank;
        ForwardedAt = now;
    }

    internal void Appraise(int meanHundredths, int place)
    {
        Require(ApplicationAct.Appraise);
        Status = ApplicationStatus.Appraised;
        MeanHundredths = meanHundredths;
        AppraisalRank = place;
    }

    internal void ApplyDecision(bool selected)
    {
        Require(selected ? ApplicationAct.Select : ApplicationAct.Reject);
        Status = selected ? ApplicationStatus.Selected : ApplicationStatus.NotSelected;
    }

    internal void Announce(DateTimeOffset now) => AnnouncedAt = now;
}
