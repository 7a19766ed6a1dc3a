using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.Domain.Applications;

/// <summary>
/// 申报: a local government's application to be a pilot, with its work plan. It belongs to the organisation; there is one
/// per organisation and batch.
/// </summary>
public sealed partial class Application : Aggregate
{
    public const int NumberMaxLength = 30;
    public const int ReasonMaxLength = 1000;

    private Application() { }

    public Guid BatchId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string ProvinceCode { get; private set; } = null!;

    public DivisionLevel Level { get; private set; }

    /// <summary>Name of the region as lists show it.</summary>
    public string RegionName { get; private set; } = null!;

    /// <summary>Number within the batch, such as 申-2022-110101.</summary>
    public string Number { get; private set; } = null!;

    public ApplicationStatus Status { get; private set; }

    /// <summary>The plan as it is being written. Other tenants see submitted versions only.</summary>
    public WorkPlan Plan { get; private set; } = WorkPlan.Empty;

    /// <summary>What is missing in the plan before it can be submitted; kept so that lists need not read the plan.</summary>
    public int GapCount { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset PlanSavedAt { get; private set; }

    /// <summary>Who saved the plan last.</summary>
    public string? PlanSavedBy { get; private set; }

    /// <summary>Number of the latest submitted version; 0 before the first.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>The instant (UTC) the latest submission reached the server.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>The reason of the latest return, decline or withdrawal, or why the province's letter went without it.</summary>
    public string? Reason { get; private set; }

    /// <summary>With which the plan was returned last.</summary>
    public IReadOnlyList<ReturnComment> Comments { get; private set; } = [];

    /// <summary>The version that <see cref="Comments"/> speak of: the one before, once the plan was submitted again.</summary>
    public int ReturnedVersion => SubmittedAt > ReturnedAt ? VersionNumber - 1 : VersionNumber;

    /// <summary>Rank among its province's recommendations, from 1; null while not ranked.</summary>
    public int? Rank { get; private set; }

    public DateTimeOffset? ForwardedAt { get; private set; }

    /// <summary>Weighted mean of the experts, in hundredths of a point (0–10000).</summary>
    public int? MeanHundredths { get; private set; }

    /// <summary>Place among all appraised applications, from 1; equal means share a place.</summary>
    public int? AppraisalRank { get; private set; }

    /// <summary>The instant (UTC) the outcome became public; before it nobody below SAMR sees the outcome.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>What an extension gives back; null when the province's letter has gone without it, for good.</summary>
    public ApplicationStatus? LapsedFrom { get; private set; }

    /// <summary>UTC; the application's own extension.</summary>
    public DateTimeOffset? ExtendedTo { get; private set; }

    /// <summary>Begins an application while its batch accepts it.</summary>
    /// <param name="deadline">The submission deadline of its province.</param>
    /// <param name="pilots">Those that the batch may not allow to apply.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="ArgumentException">The organisation is no local government.</exception>
    public static Result<Application> Start(
        Batch batch,
        Organization organization,
        Deadline deadline,
        PilotsNearby pilots,
        DateTimeOffset now
    )
    {
        if (RefuseStart(batch, deadline, now) is { } refusal)
        {
            return refusal;
        }

        var candidate =
            Candidate.Of(organization, pilots)
            ?? throw new ArgumentException(
                "Only a local government applies.",
                nameof(organization)
            );
        if (batch.Eligibility.Judge(candidate) is { } notEligible)
        {
            return notEligible;
        }

        return new Application
        {
            Id = Guid.CreateVersion7(now),
            BatchId = batch.Id,
            OrganizationId = organization.Id,
            ProvinceCode = candidate.ProvinceCode,
            Level = candidate.Level,
            RegionName = candidate.RegionName,
            Number =
                $"申-{BeijingTime.DayOf(batch.OpensAt).Year}-{batch.Number:00}-{candidate.Code}",
            Status = ApplicationStatus.Draft,
            GapCount = WorkPlanRules.Check(WorkPlan.Empty, batch).Gaps.Count,
            CreatedAt = now,
            PlanSavedAt = now,
        };
    }

    /// <summary>Why no application can be begun now; null when one can.</summary>
    /// <param name="deadline">The submission deadline of the province.</param>
    public static Refusal? RefuseStart(Batch batch, Deadline deadline, DateTimeOffset now)
    {
        if (batch.Stage != BatchStage.Open || now < batch.OpensAt)
        {
            return ApplicationRefusals.BatchNotOpen();
        }

        // Only a province's own extension reaches beyond the batch's, and it helps new drafts too.
        var forNewDrafts =
            batch.ExtensionOnlyForBegunDrafts && deadline.At <= batch.Forwarding.At
                ? deadline.CappedAt(batch.ForwardingDeadline)
                : deadline;
        return forNewDrafts.HasPassed(now)
            ? ApplicationRefusals.DeadlinePassed(forNewDrafts, now)
            : null;
    }

    /// <summary>Keeps the plan as it stands; incomplete drafts always save.</summary>
    public Result Edit(WorkPlan plan, Batch batch, string editor, DateTimeOffset now)
    {
        if (Refuse(ApplicationAct.Edit) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (WorkPlanRules.CheckLimits(plan) is { } beyondLimits)
        {
            return beyondLimits;
        }

        // With lists of its own: what a caller still holds must not reach into a submitted version.
        Plan = plan.Clean();
        GapCount = WorkPlanRules.Check(Plan, batch).Gaps.Count;
        PlanSavedAt = now;
        PlanSavedBy = editor;
        return Result.Done;
    }

    /// <summary>Submits the plan as the next version, judged by the instant it reached the server.</summary>
    public Result<PlanVersion> Submit(
        Batch batch,
        Deadline deadline,
        string submittedBy,
        DateTimeOffset now
    )
    {
        if (Refuse(ApplicationAct.Submit) is { } wrongStatus)
        {
            // The sweep may have been quicker than the last click; the reason is the deadline all the same.
            return Status == ApplicationStatus.Lapsed && deadline.HasPassed(now)
                ? ApplicationRefusals.DeadlinePassed(deadline, now)
                : wrongStatus;
        }

        if (deadline.HasPassed(now))
        {
            return ApplicationRefusals.DeadlinePassed(deadline, now);
        }

        if (WorkPlanRules.Check(Plan, batch) is { IsComplete: false } incomplete)
        {
            return ApplicationRefusals.Incomplete(incomplete);
        }

        Status = ApplicationStatus.Submitted;
        VersionNumber++;
        SubmittedAt = now;
        return PlanVersion.Of(this, submittedBy, now);
    }

    /// <summary>撤回. Final for this batch.</summary>
    public Result Withdraw(string reason)
    {
        if (Refuse(ApplicationAct.Withdraw) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (Reasons.Check(reason, ReasonMaxLength) is { } noReason)
        {
            return noReason;
        }

        Status = ApplicationStatus.Withdrawn;
        Rank = null;
        Reason = Reasons.Kept(reason);
        return Result.Done;
    }

    /// <summary>失效: what was not submitted by its deadline.</summary>
    public Result Lapse(Deadline deadline, DateTimeOffset now)
    {
        if (Refuse(ApplicationAct.Lapse) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (!deadline.HasPassed(now))
        {
            return ApplicationRefusals.NotYetDue(deadline);
        }

        LapsedFrom = Status;
        Status = ApplicationStatus.Lapsed;
        return Result.Done;
    }

    /// <summary>未列入上报: the province's one letter has gone without it (四（一）). Final for this batch.</summary>
    public Result LeaveOut(string letterNumber, DateTimeOffset forwardedAt)
    {
        if (Refuse(ApplicationAct.LeaveOut) is { } wrongStatus)
        {
            return wrongStatus;
        }

        var day = BeijingTime.DayOf(forwardedAt);
        Reason =
            $"省级市场监管部门已于{day.Year}年{day.Month}月{day.Day}日以“{letterNumber}”上报，全省一函，本申报未列入本次上报。内容和回执保留备查。";
        Status = ApplicationStatus.Lapsed;
        LapsedFrom = null;
        Rank = null;
        return Result.Done;
    }

    /// <summary>Gives a lapsed application back its status because its deadline was extended past now.</summary>
    public Result Reinstate(Deadline deadline, DateTimeOffset now)
    {
        if (Refuse(ApplicationAct.Reinstate) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (LapsedFrom is not { } from)
        {
            return ApplicationRefusals.ProvinceForwarded();
        }

        if (deadline.HasPassed(now))
        {
            return ApplicationRefusals.DeadlinePassed(deadline, now);
        }

        Status = from;
        LapsedFrom = null;
        return Result.Done;
    }

    /// <summary>Extends this application's own deadline, never past its province's forwarding deadline.</summary>
    public Result Extend(DateTimeOffset until, Deadline submission, Deadline forwarding)
    {
        if (
            !ApplicationLifecycle.Table.Permits(Status, ApplicationAct.Extend)
            || (Status == ApplicationStatus.Lapsed && LapsedFrom is null)
        )
        {
            return ApplicationRefusals.NothingToExtend();
        }

        if (until <= submission.At)
        {
            return BatchRefusals.ExtensionNotLater(submission);
        }

        if (until > forwarding.At)
        {
            return BatchRefusals.ExtensionPastForwarding(forwarding);
        }

        ExtendedTo = until;
        return Result.Done;
    }

    /// <summary>Why the plan cannot be mended now; null when it can.</summary>
    internal Refusal? RefuseEditing() => Refuse(ApplicationAct.Edit);

    private Refusal? Refuse(ApplicationAct act) =>
        ApplicationLifecycle.Table.Permits(Status, act)
            ? null
            : ApplicationRefusals.WrongStatus(Known, act);

    // Refusals reach the region and its province, for whom an unpublished outcome still reads 已上报.
    private ApplicationStatus Known => PublicStatus.Of(Status, AnnouncedAt is not null);

    private void Require(ApplicationAct act)
    {
        if (Refuse(act) is { } refusal)
        {
            throw new InvalidOperationException(refusal.En);
        }
    }
}
