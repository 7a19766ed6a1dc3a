using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.ProvincialReviews;

/// <summary>
/// 省级组织申报: what one province does in one batch — its own earlier deadline, its ranking, its one forwarding letter.
/// The national deadline binds the province, and the province binds its regions.
/// </summary>
public sealed class ProvincialCall : Aggregate
{
    public const int LetterNumberMaxLength = 60;
    public const int ReasonMaxLength = 500;

    private ProvincialCall() { }

    public Guid BatchId { get; private set; }

    /// <summary>The provincial regulator.</summary>
    public Guid OrganizationId { get; private set; }

    public string ProvinceCode { get; private set; } = null!;

    /// <summary>UTC; the batch opened and the province was called upon.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>UTC; the province's own deadline for its regions, never later than its forwarding deadline.</summary>
    public DateTimeOffset? SubmissionDeadline { get; private set; }

    /// <summary>UTC; SAMR gave this province more time to forward.</summary>
    public DateTimeOffset? ForwardingExtendedTo { get; private set; }

    /// <summary>Document number of the forwarding letter 上报函; null until it is sent.</summary>
    public string? LetterNumber { get; private set; }

    /// <summary>UTC; null until the province has forwarded.</summary>
    public DateTimeOffset? ForwardedAt { get; private set; }

    public int ForwardedCount { get; private set; }

    public ProvincialCallStatus Status =>
        ForwardedAt is null ? ProvincialCallStatus.Open : ProvincialCallStatus.Forwarded;

    public static ProvincialCall Begin(
        Batch batch,
        Guid organizationId,
        string provinceCode,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            BatchId = batch.Id,
            OrganizationId = organizationId,
            ProvinceCode = provinceCode,
            BegunAt = now,
        };

    /// <summary>The deadline of this province's letter.</summary>
    public Deadline Forwarding(Batch batch) => batch.Forwarding.ExtendedTo(ForwardingExtendedTo);

    /// <summary>The deadline for an application of this province, or for a new one when there is none yet.</summary>
    public Deadline Submission(Batch batch, Application? application = null) =>
        Submission(batch, application?.CreatedAt, application?.ExtendedTo);

    /// <param name="batch">The batch of this call.</param>
    /// <param name="begunAt">UTC; when the application was begun, null for one that is not.</param>
    /// <param name="extendedTo">UTC; the application's own extension.</param>
    public Deadline Submission(Batch batch, DateTimeOffset? begunAt, DateTimeOffset? extendedTo)
    {
        if (SubmissionDeadline is { } own)
        {
            return new Deadline(own, own).ExtendedTo(extendedTo);
        }

        // A batch extension limited to drafts begun in time leaves later ones with the public date, or their province's own extension.
        var begunTooLate = batch.ExtensionOnlyForBegunDrafts && begunAt >= batch.ForwardingDeadline;
        var deadline = begunTooLate
            ? new Deadline(batch.ForwardingDeadline, batch.ForwardingDeadline).ExtendedTo(
                ForwardingExtendedTo
            )
            : Forwarding(batch);
        return deadline.ExtendedTo(extendedTo);
    }

    /// <summary>Why no region of the province can begin an application now; null when one can.</summary>
    public Refusal? RefuseStart(Batch batch, DateTimeOffset now) =>
        Application.RefuseStart(batch, Submission(batch), now)
        ?? (ForwardedAt is null ? null : ApplicationRefusals.ProvinceForwarded());

    /// <summary>Sets the province's own deadline. Regions were told the old one, so it is never brought forward to the past.</summary>
    public Result SetSubmissionDeadline(Batch batch, DateTimeOffset deadline, DateTimeOffset now)
    {
        if (Refuse(ProvincialCallAct.SetDeadline) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (deadline <= now)
        {
            return ProvincialReviewRefusals.DeadlineInThePast();
        }

        if (deadline > Forwarding(batch).At)
        {
            return BatchRefusals.ExtensionPastForwarding(Forwarding(batch));
        }

        // Setting it again would tell every region of nothing new.
        if (deadline == SubmissionDeadline)
        {
            return ProvincialReviewRefusals.DeadlineUnchanged(deadline);
        }

        SubmissionDeadline = deadline;
        return Result.Done;
    }

    /// <summary>Gives the province more time to forward.</summary>
    public Result ExtendForwarding(Batch batch, DateTimeOffset until)
    {
        if (Refuse(ProvincialCallAct.Extend) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (batch.RefuseForwardingUntil(until, Forwarding(batch)) is { } refusal)
        {
            return refusal;
        }

        ForwardingExtendedTo = until;
        return Result.Done;
    }

    /// <summary>Places the recommended applications in the order given; what is not named is left without a place.</summary>
    public Result Rank(IReadOnlyList<Application> recommended, IReadOnlyList<Guid> order)
    {
        if (Refuse(ProvincialCallAct.Rank) is { } wrongStatus)
        {
            return wrongStatus;
        }

        var byId = recommended.Where(IsOurs).ToDictionary(a => a.Id);
        if (order.Distinct().Count() != order.Count || !order.All(byId.ContainsKey))
        {
            return ProvincialReviewRefusals.RankingOutdated();
        }

        foreach (var application in byId.Values)
        {
            application.SetRank(null);
        }

        foreach (var (id, i) in order.Select((id, i) => (id, i)))
        {
            byId[id].SetRank(i + 1);
        }

        return Result.Done;
    }

    /// <summary>
    /// 择优上报: sends the ranked applications up in one letter (四（一）). Recommended ones without a place stay behind, and
    /// nothing can be added afterwards.
    /// </summary>
    public Result<IReadOnlyList<Application>> Forward(
        Batch batch,
        IReadOnlyList<Application> recommended,
        string letterNumber,
        DateTimeOffset now
    )
    {
        if (Refuse(ProvincialCallAct.Forward) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (Forwarding(batch).HasPassed(now))
        {
            return BatchRefusals.ForwardingClosed(Forwarding(batch), now);
        }

        if (batch.Stage != BatchStage.Open)
        {
            return ApplicationRefusals.BatchNotOpen();
        }

        letterNumber = Characters.Clean(letterNumber).Trim();
        if (!Characters.Fits(letterNumber, LetterNumberMaxLength))
        {
            return ProvincialReviewRefusals.LetterNumberInvalid();
        }

        var ranked = recommended
            .Where(a => IsOurs(a) && a.Rank is not null)
            .OrderBy(a => a.Rank)
            .ToList();
        if (ranked.Count == 0)
        {
            return ProvincialReviewRefusals.NothingRanked();
        }

        if (ranked.Count > batch.MaxPerProvince)
        {
            return EligibilityRefusals.TooManyRanked(ranked.Count, batch.MaxPerProvince.Value);
        }

        foreach (var (application, i) in ranked.Select((a, i) => (a, i)))
        {
            application.Forward(i + 1, now);
        }

        LetterNumber = letterNumber;
        ForwardedAt = now;
        ForwardedCount = ranked.Count;
        return ranked;
    }

    private Refusal? Refuse(ProvincialCallAct act) =>
        ProvincialCallLifecycle.Table.Permits(Status, act)
            ? null
            : ProvincialReviewRefusals.AlreadyForwarded(LetterNumber!);

    private bool IsOurs(Application application) =>
        application.Status == ApplicationStatus.Recommended
        && application.ProvinceCode == ProvinceCode
        && application.BatchId == BatchId;
}
