using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>A batch as pages show it.</summary>
public sealed record BatchView
{
    public required Guid Id { get; init; }

    /// <summary>Row version.</summary>
    public required int Version { get; init; }

    public required int Number { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required BatchStage Stage { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    public required Deadline Forwarding { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset PublishBy { get; init; }

    public required DateOnly PilotStartsOn { get; init; }

    public required DateOnly PilotEndsOn { get; init; }

    public required int MinSeats { get; init; }

    public required int MaxSeats { get; init; }

    public required string? SeatsReason { get; init; }

    public required int SheetsPerPlan { get; init; }

    public required bool RollsToWorkingDay { get; init; }

    /// <summary>Regions that a province may forward at most; null for no limit.</summary>
    public required int? MaxPerProvince { get; init; }

    public required Eligibility Eligibility { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    public required IReadOnlyList<ReportPeriod> ReportPeriods { get; init; }

    public required DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>What the transition table and this actor's role allow now.</summary>
    public required IReadOnlyList<BatchAct> Acts { get; init; }

    internal static BatchView Of(Batch b, Actor actor) =>
        new()
        {
            Id = b.Id,
            Version = b.Version,
            Number = b.Number,
            NameZh = b.NameZh,
            NameEn = b.NameEn,
            Stage = b.Stage,
            OpensAt = b.OpensAt,
            Forwarding = b.Forwarding,
            PublishBy = b.PublishBy,
            PilotStartsOn = b.PilotStartsOn,
            PilotEndsOn = b.PilotEndsOn,
            MinSeats = b.MinSeats,
            MaxSeats = b.MaxSeats,
            SeatsReason = b.SeatsReason,
            SheetsPerPlan = b.SheetsPerPlan,
            RollsToWorkingDay = b.RollsToWorkingDay,
            MaxPerProvince = b.MaxPerProvince,
            Eligibility = b.Eligibility,
            Criteria = b.Criteria,
            ReportPeriods = b.ReportPeriods,
            AnnouncedAt = b.AnnouncedAt,
            Acts = BatchActs.Of(b, actor),
        };
}
