namespace TradeSecretPilot.Domain.Batches;

/// <summary>
/// Everything about a batch that is data: a later batch is configured, never coded. Days are Beijing days, open to
/// their end; the instants are derived once and stored.
/// </summary>
public sealed record BatchSettings
{
    /// <summary>1 for 第一批.</summary>
    public required int Number { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>The first day of applications.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>The last day on which a province may forward (四（一）, first batch 2022-05-15).</summary>
    public required DateOnly ForwardBy { get; init; }

    /// <summary>The last day on which the selection is to be published (四（二）, first batch 2022-06-30).</summary>
    public required DateOnly PublishBy { get; init; }

    /// <summary>First day of the pilots (四（三）, first batch 2022-07-01).</summary>
    public required DateOnly PilotStartsOn { get; init; }

    /// <summary>Last day of the pilots, three years on.</summary>
    public required DateOnly PilotEndsOn { get; init; }

    /// <summary>Fewest regions to select (first batch 15).</summary>
    public required int MinSeats { get; init; }

    /// <summary>Most regions to select (first batch 20).</summary>
    public required int MaxSeats { get; init; }

    /// <summary>Score sheets each plan needs. Portal setting.</summary>
    public required int SheetsPerPlan { get; init; }

    /// <summary>Whether a deadline on a rest day moves to the next working day (<see cref="WorkingDays"/>). Portal setting, off for the first batch.</summary>
    public bool RollsToWorkingDay { get; init; }

    /// <summary>Regions that a province may forward at most; null for no limit. Portal setting.</summary>
    public int? MaxPerProvince { get; init; }

    public required Eligibility Eligibility { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    public required IReadOnlyList<ReportPeriod> ReportPeriods { get; init; }

    /// <summary>The instant (UTC) from which what falls on <paramref name="day"/> is late: rolled when the batch says so.</summary>
    public DateTimeOffset DeadlineOn(DateOnly day) =>
        BeijingTime.EndOf(BatchSettingsRules.Rolled(this, day));
}

/// <summary>A criterion of appraisal with its weight.</summary>
/// <param name="Code">Stable name, such as <c>GovernmentCommitment</c>.</param>
/// <param name="NameZh">As the plan words it.</param>
/// <param name="NameEn">In English.</param>
/// <param name="WeightPercent">Whole per cent; the weights of a batch add up to 100. Portal setting.</param>
public sealed record Criterion(string Code, string NameZh, string NameEn, int WeightPercent)
{
    /// <summary>Highest score of a criterion; the lowest is 0.</summary>
    public const int MaxScore = 100;

    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 60;
}
