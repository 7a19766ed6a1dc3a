using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Batches;

/// <summary>The first batch, as the plan of 2 March 2022 sets it. Weights and sheets per plan are portal settings.</summary>
public static class FirstBatch
{
    private static readonly DateOnly PilotStart = new(2022, 7, 1);
    private static readonly DateOnly PilotEnd = new(2025, 6, 30);

    public static BatchSettings Settings { get; } =
        new()
        {
            Number = 1,
            NameZh = "第一批",
            NameEn = "First batch",
            OpensOn = new DateOnly(2022, 3, 2),
            ForwardBy = new DateOnly(2022, 5, 15),
            PublishBy = new DateOnly(2022, 6, 30),
            PilotStartsOn = PilotStart,
            PilotEndsOn = PilotEnd,
            MinSeats = 15,
            MaxSeats = 20,
            SheetsPerPlan = 7,
            Eligibility = new()
            {
                Levels =
                [
                    DivisionLevel.Prefecture,
                    DivisionLevel.County,
                    DivisionLevel.FunctionalZone,
                ],
            },
            Criteria =
            [
                new(
                    "GovernmentCommitment",
                    "地方政府重视程度高",
                    "Commitment of the local government",
                    20
                ),
                new("ClarityOfApproach", "工作思路清晰", "Clarity of approach", 20),
                new("InnovationDirection", "创新方向明确", "Direction of innovation", 20),
                new("WorkFoundation", "工作基础较好", "Foundation of the work", 20),
                new("StrengthOfMeasures", "举措力度较大", "Strength of the measures", 20),
            ],
            ReportPeriods = ReportPeriod.Between(PilotStart, PilotEnd),
        };
}
