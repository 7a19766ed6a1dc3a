using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Tests.Batches;

/// <summary>The first batch as the plan of 2 March 2022 orders it.</summary>
public sealed class FirstBatchTests
{
    private readonly Batch _batch = Some.Batch();

    [Fact]
    public void Create_FirstBatch_HasThePlansInstants()
    {
        Assert.Equal(new(2022, 5, 15, 16, 0, 0, TimeSpan.Zero), _batch.ForwardingDeadline);
        Assert.Equal(new(2022, 6, 30, 16, 0, 0, TimeSpan.Zero), _batch.PublishBy);
        Assert.Equal(new(2022, 6, 30, 16, 0, 0, TimeSpan.Zero), _batch.PilotStartsAt);
        Assert.Equal(new(2025, 6, 30, 16, 0, 0, TimeSpan.Zero), _batch.PilotEndsAt);
        Assert.False(_batch.RollsToWorkingDay);
        Assert.False(_batch.Forwarding.IsExtended);
    }

    [Fact]
    public void Create_FirstBatch_HasSixReportsAtTheEndOfEachHalfYear()
    {
        Assert.Equal(
            [
                new(2022, 12, 31),
                new(2023, 6, 30),
                new(2023, 12, 31),
                new(2024, 6, 30),
                new(2024, 12, 31),
                new DateOnly(2025, 6, 30),
            ],
            _batch.ReportPeriods.Select(p => p.DueOn)
        );
        Assert.Equal([1, 2, 3, 4, 5, 6], _batch.ReportPeriods.Select(p => p.Ordinal));
        Assert.Equal(new DateOnly(2022, 7, 1), _batch.ReportPeriods[0].StartsOn);
        Assert.Equal(
            new DateTimeOffset(2022, 12, 31, 16, 0, 0, TimeSpan.Zero),
            _batch.ReportPeriods[0].DueAt
        );
    }

    [Fact]
    public void Create_FirstBatch_HasThePlansSeatsAndCriteria()
    {
        Assert.Equal((15, 20), (_batch.MinSeats, _batch.MaxSeats));
        Assert.Equal(
            [
                "GovernmentCommitment",
                "ClarityOfApproach",
                "InnovationDirection",
                "WorkFoundation",
                "StrengthOfMeasures",
            ],
            _batch.Criteria.Select(c => c.Code)
        );
        Assert.All(_batch.Criteria, c => Assert.Equal(20, c.WeightPercent));
    }

    [Theory]
    [InlineData(DivisionLevel.Province, false)]
    [InlineData(DivisionLevel.Prefecture, true)]
    [InlineData(DivisionLevel.County, true)]
    [InlineData(DivisionLevel.FunctionalZone, true)]
    public void Eligibility_Level_AsThePlanSays(DivisionLevel level, bool accepted) =>
        Assert.Equal(
            accepted,
            _batch.Eligibility.Judge(new("990100", "示例市", level, "990000", PilotsNearby.None))
                is null
        );

    [Fact]
    public void Between_LeapYears_CoversEveryDayOnce()
    {
        var start = new DateOnly(2024, 2, 29);
        var end = new DateOnly(2028, 2, 29);

        var periods = ReportPeriod.Between(start, end);

        Assert.Equal(
            end.DayNumber - start.DayNumber + 1,
            periods.Sum(p => p.DueOn.DayNumber - p.StartsOn.DayNumber + 1)
        );
        Assert.Equal(end, periods[^1].DueOn);
        Assert.Equal(9, periods.Count);
    }
}
