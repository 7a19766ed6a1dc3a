using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Batches;

/// <summary>批次: one call of the programme, from set-up to the end of its pilots.</summary>
public sealed class Batch : Aggregate
{
    public const int NameMaxLength = 40;
    public const int ReasonMaxLength = 500;

    /// <summary>The most a batch could ever select; a guard against slips of the keyboard.</summary>
    public const int SeatsCeiling = 200;

    public const int SheetsCeiling = 15;

    private Batch() { }

    public int Number { get; private set; }

    public string NameZh { get; private set; } = null!;

    public string NameEn { get; private set; } = null!;

    public BatchStage Stage { get; private set; }

    /// <summary>UTC; applications may begin from here.</summary>
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>UTC; the public forwarding deadline, first batch 2022-05-15T16:00Z.</summary>
    public DateTimeOffset ForwardingDeadline { get; private set; }

    /// <summary>UTC; later than <see cref="ForwardingDeadline"/> when the whole batch was extended.</summary>
    public DateTimeOffset? ForwardingExtendedTo { get; private set; }

    /// <summary>The batch extension helps only drafts begun before the public deadline.</summary>
    public bool ExtensionOnlyForBegunDrafts { get; private set; }

    /// <summary>UTC; publication at or after it is late and needs a recorded reason.</summary>
    public DateTimeOffset PublishBy { get; private set; }

    public DateOnly PilotStartsOn { get; private set; }

    public DateOnly PilotEndsOn { get; private set; }

    public int MinSeats { get; private set; }

    public int MaxSeats { get; private set; }

    /// <summary>Why the seats differ from the plan's 15–20; null while they do not.</summary>
    public string? SeatsReason { get; private set; }

    public int SheetsPerPlan { get; private set; }

    public bool RollsToWorkingDay { get; private set; }

    /// <summary>Regions that a province may forward at most; null for no limit. Portal setting.</summary>
    public int? MaxPerProvince { get; private set; }

    public IReadOnlyList<DivisionLevel> EligibleLevels { get; private set; } = [];

    public IReadOnlyList<DivisionClass> EligibleClasses { get; private set; } = [];

    public IReadOnlyList<string> IncludedDivisions { get; private set; } = [];

    public IReadOnlyList<string> ExcludedDivisions { get; private set; } = [];

    public bool PilotsMayApply { get; private set; }

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public IReadOnlyList<ReportPeriod> ReportPeriods { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ForwardingClosedAt { get; private set; }

    public DateTimeOffset? AnnouncedAt { get; private set; }

    public DateTimeOffset? LaunchedAt { get; private set; }

    /// <summary>The forwarding deadline of every province without an extension of its own.</summary>
    public Deadline Forwarding =>
        new Deadline(ForwardingDeadline, ForwardingDeadline).ExtendedTo(ForwardingExtendedTo);

    public Eligibility Eligibility =>
        new()
        {
            Levels = EligibleLevels,
            Classes = EligibleClasses,
            Included = IncludedDivisions,
            Excluded = ExcludedDivisions,
            PilotsMayApply = PilotsMayApply,
        };

    /// <summary>The instant (UTC) the pilots start.</summary>
    public DateTimeOffset PilotStartsAt => BeijingTime.StartOf(PilotStartsOn);

    /// <summary>The instant (UTC) the pilots are over.</summary>
    public DateTimeOffset PilotEndsAt => BeijingTime.EndOf(PilotEndsOn);

    public static Result<Batch> Create(BatchSettings settings, DateTimeOffset now)
    {
        var batch = new Batch
        {
            Id = Guid.CreateVersion7(now),
            Stage = BatchStage.Preparing,
            CreatedAt = now,
        };
        return batch.Configure(settings).Refusal is { } refusal ? refusal : batch;
    }

    /// <summary>Changes the settings while the batch is being prepared.</summary>
    public Result Configure(BatchSettings settings)
    {
        if (Refuse(BatchAct.Configure) is { } wrongStage)
        {
            return wrongStage;
        }

        if (BatchSettingsRules.Check(settings) is { } invalid)
        {
            return invalid;
        }

        Number = settings.Number;
        NameZh = Characters.Clean(settings.NameZh).Trim();
        NameEn = Characters.Clean(settings.NameEn).Trim();
        OpensAt = BeijingTime.StartOf(settings.OpensOn);
        RollsToWorkingDay = settings.RollsToWorkingDay;
        ForwardingDeadline = settings.DeadlineOn(settings.ForwardBy);
        PublishBy = settings.DeadlineOn(settings.PublishBy);
        PilotStartsOn = settings.PilotStartsOn;
        PilotEndsOn = settings.PilotEndsOn;
        if ((MinSeats, MaxSeats) != (settings.MinSeats, settings.MaxSeats))
        {
            SeatsReason = null;
        }

        MinSeats = settings.MinSeats;
        MaxSeats = settings.MaxSeats;
        SheetsPerPlan = settings.SheetsPerPlan;
        MaxPerProvince = settings.MaxPerProvince;
        EligibleLevels = [.. settings.Eligibility.Levels.Distinct().Order()];
        EligibleClasses = [.. settings.Eligibility.Classes.Distinct().Order()];
        IncludedDivisions = [.. settings.Eligibility.Included.Order(StringComparer.Ordinal)];
        ExcludedDivisions = [.. settings.Eligibility.Excluded.Order(StringComparer.Ordinal)];
        PilotsMayApply = settings.Eligibility.PilotsMayApply;
        Criteria = [.. settings.Criteria];
        ReportPeriods = [.. settings.ReportPeriods];
        return Result.Done;
    }

    public Result Open(DateTimeOffset now)
    {
        if (Refuse(BatchAct.Open) is { } wrongStage)
        {
            return wrongStage;
        }

        if (now < OpensAt)
        {
            return BatchRefusals.NotYetOpen(OpensAt);
        }

        if (Forwarding.HasPassed(now))
        {
            return BatchRefusals.ForwardingClosed(Forwarding, now);
        }

        Stage = BatchStage.Open;
        return Result.Done;
    }

    /// <summary>Whether its preparation may be given up: nobody outside the working group has seen it yet.</summary>
    public Result Discard() =>
        Refuse(BatchAct.Discard) is { } wrongStage ? wrongStage : Result.Done;

    /// <summary>Extends forwarding for every province 延期. An extension never shortens.</summary>
    public Result Extend(DateTimeOffset until, bool onlyForBegunDrafts)
    {
        if (Refuse(BatchAct.Extend) is { } wrongStage)
        {
            return wrongStage;
        }

        if (RefuseForwardingUntil(until, Forwarding) is { } refusal)
        {
            return refusal;
        }

        // Drafts begun under an extension for all would lose the time they were given.
        if (onlyForBegunDrafts && ForwardingExtendedTo is not null && !ExtensionOnlyForBegunDrafts)
        {
            return BatchRefusals.ExtensionCannotNarrow(Forwarding);
        }

        Stage = BatchStage.Open;
        ForwardingExtendedTo = until;
        ExtensionOnlyForBegunDrafts = onlyForBegunDrafts;
        ForwardingClosedAt = null;
        return Result.Done;
    }

    /// <summary>Reopens forwarding because one province was granted more time after the deadline.</summary>
    public Result ReopenForProvince()
    {
        if (Refuse(BatchAct.Extend) is { } wrongStage)
        {
            return wrongStage;
        }

        Stage = BatchStage.Open;
        ForwardingClosedAt = null;
        return Result.Done;
    }

    /// <summary>Sets other limits than the plan's 15–20, with a recorded reason (later real batches chose 15 and 11).</summary>
    public Result AmendSeats(int minSeats, int maxSeats, string reason)
    {
        if (Refuse(BatchAct.AmendSeats) is { } wrongStage)
        {
            return wrongStage;
        }

        if (minSeats < 1 || maxSeats < minSeats || maxSeats > SeatsCeiling)
        {
            return BatchRefusals.SeatsInvalid();
        }

        if (Reasons.Check(reason, ReasonMaxLength) is { } noReason)
        {
            return noReason;
        }

        MinSeats = minSeats;
        MaxSeats = maxSeats;
        SeatsReason = Reasons.Kept(reason);
        return Result.Done;
    }

    /// <summary>Ends forwarding once the deadline of every province has passed.</summary>
    /// <param name="lastDeadline">The latest forwarding deadline of any province.</param>
    /// <param name="now">UTC.</param>
    public Result CloseForwarding(DateTimeOffset lastDeadline, DateTimeOffset now)
    {
        if (Refuse(BatchAct.CloseForwarding) is { } wrongStage)
        {
            return wrongStage;
        }

        if (now < lastDeadline || !Forwarding.HasPassed(now))
        {
            return BatchRefusals.ForwardingStillOpen(Forwarding);
        }

        Stage = BatchStage.Appraising;
        ForwardingClosedAt = now;
        return Result.Done;
    }

    public Result ConcludeAppraisal() => Move(BatchAct.ConcludeAppraisal);

    public Result Decide() => Move(BatchAct.Decide);

    public Result Announce(DateTimeOffset now)
    {
        var result = Move(BatchAct.Announce);
        if (result.Refusal is null)
        {
            AnnouncedAt = now;
        }

        return result;
    }

    /// <summary>Starts the pilots (四（三）), never before their first day.</summary>
    public Result Launch(DateTimeOffset now)
    {
        if (now < PilotStartsAt)
        {
            return BatchRefusals.LaunchTooEarly(PilotStartsOn);
        }

        var result = Move(BatchAct.Launch);
        if (result.Refusal is null)
        {
            LaunchedAt = now;
        }

        return result;
    }

    public Result Conclude(DateTimeOffset now) =>
        now < PilotEndsAt ? BatchRefusals.NotYetOver(PilotEndsOn) : Move(BatchAct.Conclude);

    private Result Move(BatchAct act)
    {
        if (BatchLifecycle.Table.Next(Stage, act) is not { } next)
        {
            return BatchRefusals.WrongStage(Stage, act);
        }

        Stage = next;
        return Result.Done;
    }

    /// <summary>Why forwarding cannot be extended to <paramref name="until"/>; null when it can.</summary>
    /// <param name="forwarding">The deadline that is extended: of all provinces, or of one.</param>
    internal Refusal? RefuseForwardingUntil(DateTimeOffset until, Deadline forwarding) =>
        until <= forwarding.At ? BatchRefusals.ExtensionNotLater(forwarding)
        : until >= PublishBy ? BatchRefusals.ExtensionPastPublication(PublishBy)
        : null;

    private Refusal? Refuse(BatchAct act) =>
        BatchLifecycle.Table.Permits(Stage, act) ? null : BatchRefusals.WrongStage(Stage, act);
}
