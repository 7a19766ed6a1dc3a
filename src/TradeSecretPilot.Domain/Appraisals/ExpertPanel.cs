namespace TradeSecretPilot.Domain.Appraisals;

/// <summary>专家组 of one batch.</summary>
public sealed class ExpertPanel : Aggregate
{
    private readonly List<PanelMember> _members = [];

    private ExpertPanel() { }

    public Guid BatchId { get; private set; }

    public IReadOnlyList<PanelMember> Members => _members;

    /// <summary>The last day for scoring, a target of the working group. Portal setting.</summary>
    public DateOnly ScoresDueOn { get; private set; }

    /// <summary>UTC; from here the panel's experts see one another's scores.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static ExpertPanel Convene(Guid batchId, DateOnly scoresDueOn, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            BatchId = batchId,
            ScoresDueOn = scoresDueOn,
            CreatedAt = now,
        };

    /// <summary>Sets who sits on the panel. An expert with sheets stays.</summary>
    /// <param name="withSheets">Experts with a sheet that stands.</param>
    /// <param name="scoresDueOn">A new day for scoring does not lie in the past.</param>
    /// <param name="today">The day in Beijing.</param>
    public Result SetMembers(
        IReadOnlyCollection<Guid> expertIds,
        IReadOnlySet<Guid> withSheets,
        DateOnly scoresDueOn,
        DateOnly today
    )
    {
        if (OpenedAt is not null)
        {
            return AppraisalRefusals.PanelOpened();
        }

        if (expertIds.Count == 0)
        {
            return AppraisalRefusals.PanelEmpty();
        }

        if (!withSheets.IsSubsetOf(expertIds))
        {
            return AppraisalRefusals.MemberHasSheets();
        }

        if (scoresDueOn < today && (scoresDueOn != ScoresDueOn || _members.Count == 0))
        {
            return AppraisalRefusals.DueDayInThePast();
        }

        _members.RemoveAll(m => !expertIds.Contains(m.ExpertId));
        _members.AddRange(
            expertIds
                .Distinct()
                .Where(id => _members.TrueForAll(m => m.ExpertId != id))
                .Select(id => new PanelMember(Id, id))
                .ToList()
        );
        ScoresDueOn = scoresDueOn;
        return Result.Done;
    }

    /// <summary>催办: reminds members who owe sheets, each once a day.</summary>
    /// <param name="owing">Experts with a sheet that is not submitted.</param>
    public Result Urge(
        IReadOnlyCollection<Guid> expertIds,
        IReadOnlySet<Guid> owing,
        DateTimeOffset now
    )
    {
        var urged = _members.Where(m => expertIds.Contains(m.ExpertId)).ToList();
        if (urged.Count == 0 || urged.Exists(m => !owing.Contains(m.ExpertId)))
        {
            return AppraisalRefusals.NothingToUrge();
        }

        if (urged.Exists(m => m.UrgedOn(BeijingTime.DayOf(now))))
        {
            return AppraisalRefusals.UrgedToday();
        }

        urged.ForEach(m => m.Urge(now));
        return Result.Done;
    }

    /// <summary>Opens the panel discussion: all sheets are in and become visible to its experts.</summary>
    public Result Open(DateTimeOffset now)
    {
        if (OpenedAt is not null)
        {
            return AppraisalRefusals.PanelOpened();
        }

        OpenedAt = now;
        return Result.Done;
    }
}

/// <summary>A seat on the panel.</summary>
public sealed class PanelMember
{
    private PanelMember() { }

    internal PanelMember(Guid panelId, Guid expertId)
    {
        PanelId = panelId;
        ExpertId = expertId;
    }

    public Guid PanelId { get; private set; }

    public Guid ExpertId { get; private set; }

    /// <summary>UTC; when the working group last reminded this expert by hand.</summary>
    public DateTimeOffset? UrgedAt { get; private set; }

    /// <param name="day">In Beijing.</param>
    public bool UrgedOn(DateOnly day) => UrgedAt is { } at && BeijingTime.DayOf(at) == day;

    internal void Urge(DateTimeOffset now) => UrgedAt = now;
}
