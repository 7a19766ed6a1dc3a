using System.Globalization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Tests.Batches;

public sealed class BatchSettingsTests
{
    private static readonly BatchSettings Settings = FirstBatch.Settings;

    public static TheoryData<string, string> Faults { get; } =
        new()
        {
            { "number 0", "Batch.NameInvalid" },
            { "number 100", "Batch.NameInvalid" },
            { "blank name", "Batch.NameInvalid" },
            { "long name", "Batch.NameInvalid" },
            { "opens after forwarding", "Batch.DatesOutOfOrder" },
            { "publishes on the forwarding day", "Batch.DatesOutOfOrder" },
            { "launches on the forwarding day", "Batch.DatesOutOfOrder" },
            { "ends at once", "Batch.DatesOutOfOrder" },
            { "no seats", "Batch.SeatsInvalid" },
            { "more fewest than most", "Batch.SeatsInvalid" },
            { "too many seats", "Batch.SeatsInvalid" },
            { "no sheets", "Batch.SheetsInvalid" },
            { "too many sheets", "Batch.SheetsInvalid" },
            { "no level", "Batch.LevelsInvalid" },
            { "provinces", "Batch.LevelsInvalid" },
            { "named in twice", "Batch.NamesInvalid" },
            { "named in and out", "Batch.NamesInvalid" },
            { "too many named", "Batch.NamesInvalid" },
            { "none of a province", "Batch.MaxPerProvinceInvalid" },
            { "too many of a province", "Batch.MaxPerProvinceInvalid" },
            { "weights of 99", "Batch.CriteriaInvalid" },
            { "one criterion twice", "Batch.CriteriaInvalid" },
            { "a weight of 0", "Batch.CriteriaInvalid" },
            { "no criterion", "Batch.CriteriaInvalid" },
            { "no period", "ReportPeriods.Missing" },
            { "a period left out", "ReportPeriods.NotAdjoining" },
            { "the last period left out", "ReportPeriods.NotToTheEnd" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Configure_Fault_RefusedWithNothingChanged(string fault, string code)
    {
        var batch = Some.Batch(BatchStage.Preparing);
        var before = Some.Snapshot(batch);

        Assert.Equal(code, Batch.Create(With(fault), Some.Now).Refusal?.Code);
        Assert.Equal(code, batch.Configure(With(fault)).Refusal?.Code);
        Assert.Equal(before, Some.Snapshot(batch));
    }

    [Fact]
    public void Configure_RollingOff_KeepsTheSunday() =>
        Assert.Equal(
            BeijingTime.EndOf(new(2022, 5, 15)),
            Some.Batch(settings: Settings).ForwardingDeadline
        );

    [Theory]
    [InlineData("2022-05-13", "2022-05-13")]
    [InlineData("2022-05-14", "2022-05-16")]
    [InlineData("2022-05-15", "2022-05-16")]
    [InlineData("2022-05-16", "2022-05-16")]
    // Labour Day, off to the fourth; the Saturday after it is worked.
    [InlineData("2022-05-02", "2022-05-05")]
    [InlineData("2022-05-07", "2022-05-07")]
    public void Configure_RollingOn_MovesRestDaysToTheNextWorkingDay(string day, string expected)
    {
        var settings = Settings with
        {
            RollsToWorkingDay = true,
            ForwardBy = DateOnly.Parse(day, CultureInfo.InvariantCulture),
        };

        var batch = Some.Batch(settings: settings);

        Assert.Equal(
            BeijingTime.EndOf(DateOnly.Parse(expected, CultureInfo.InvariantCulture)),
            batch.ForwardingDeadline
        );
        // A Saturday: reports never roll.
        Assert.Equal(new DateOnly(2022, 12, 31), batch.ReportPeriods[0].DueOn);
    }

    [Fact]
    public void DeadlineOn_BeyondTheKnownYears_RollsByWeekendsOnly()
    {
        var settings = Settings with { RollsToWorkingDay = true };

        // Thursday, 1 May 2031 is certain to be off, but no notice says so yet.
        Assert.Equal(
            BeijingTime.EndOf(new(2031, 5, 1)),
            settings.DeadlineOn(new DateOnly(2031, 5, 1))
        );
        Assert.Equal(
            BeijingTime.EndOf(new(2031, 5, 5)),
            settings.DeadlineOn(new DateOnly(2031, 5, 3))
        );
    }

    [Fact]
    public void Configure_RollingPastPublication_IsRefused()
    {
        // Saturday rolls to the Monday on which the list is to be published.
        var settings = Settings with
        {
            RollsToWorkingDay = true,
            ForwardBy = new(2022, 6, 25),
            PublishBy = new(2022, 6, 27),
        };

        Assert.Equal("Batch.DatesOutOfOrder", Batch.Create(settings, Some.Now).Refusal?.Code);
        Assert.Null(Batch.Create(settings with { RollsToWorkingDay = false }, Some.Now).Refusal);
    }

    [Fact]
    public void AmendSeats_WithReason_KeptUntilTheSettingsReplaceIt()
    {
        var batch = Some.Batch(BatchStage.Preparing);

        Assert.Null(batch.AmendSeats(11, 11, " 示例理由 ").Refusal);
        Assert.Equal((11, 11, "示例理由"), (batch.MinSeats, batch.MaxSeats, batch.SeatsReason));

        batch.Configure(Settings with { MinSeats = 11, MaxSeats = 11 });
        Assert.Equal("示例理由", batch.SeatsReason);

        batch.Configure(Settings);
        Assert.Null(batch.SeatsReason);
    }

    [Theory]
    [InlineData(0, 5, "示例", "Batch.SeatsInvalid")]
    [InlineData(6, 5, "示例", "Batch.SeatsInvalid")]
    [InlineData(1, 201, "示例", "Batch.SeatsInvalid")]
    [InlineData(11, 15, " ", "Reason.Missing")]
    public void AmendSeats_Invalid_RefusedWithNothingChanged(
        int min,
        int max,
        string reason,
        string code
    )
    {
        var batch = Some.Batch(BatchStage.Selecting);
        var before = Some.Snapshot(batch);

        Assert.Equal(code, batch.AmendSeats(min, max, reason).Refusal?.Code);
        Assert.Equal(before, Some.Snapshot(batch));
    }

    [Fact]
    public void Open_AfterItsDeadline_IsRefused() =>
        Assert.Equal(
            "Batch.ForwardingClosed",
            Some.Batch(BatchStage.Preparing).Open(Some.Forwarding).Refusal?.Code
        );

    private static BatchSettings Named(
        IReadOnlyList<string> included,
        IReadOnlyList<string> excluded
    ) =>
        Settings with
        {
            Eligibility = Settings.Eligibility with { Included = included, Excluded = excluded },
        };

    private static BatchSettings With(string fault) =>
        fault switch
        {
            "number 0" => Settings with { Number = 0 },
            "number 100" => Settings with { Number = 100 },
            "blank name" => Settings with { NameZh = " " },
            "long name" => Settings with { NameEn = new string('x', Batch.NameMaxLength + 1) },
            "opens after forwarding" => Settings with { OpensOn = new(2022, 5, 16) },
            "publishes on the forwarding day" => Settings with { PublishBy = Settings.ForwardBy },
            "launches on the forwarding day" => Settings with
            {
                PilotStartsOn = Settings.ForwardBy,
                ReportPeriods = ReportPeriod.Between(Settings.ForwardBy, Settings.PilotEndsOn),
            },
            "ends at once" => Settings with { PilotEndsOn = Settings.PilotStartsOn },
            "no seats" => Settings with { MinSeats = 0 },
            "more fewest than most" => Settings with { MinSeats = 21 },
            "too many seats" => Settings with { MaxSeats = Batch.SeatsCeiling + 1 },
            "no sheets" => Settings with { SheetsPerPlan = 0 },
            "too many sheets" => Settings with { SheetsPerPlan = Batch.SheetsCeiling + 1 },
            "no level" => Settings with { Eligibility = new() { Levels = [] } },
            "provinces" => Settings with
            {
                Eligibility = new() { Levels = [DivisionLevel.Province] },
            },
            "named in twice" => Named(["330100", "330100"], []),
            "named in and out" => Named(["330100"], ["330100"]),
            "too many named" => Named([.. Enumerable.Range(100000, 101).Select(c => $"{c}")], []),
            "none of a province" => Settings with { MaxPerProvince = 0 },
            "too many of a province" => Settings with { MaxPerProvince = Batch.SeatsCeiling + 1 },
            "weights of 99" => Settings with
            {
                Criteria =
                [
                    .. Settings.Criteria.Skip(1),
                    Settings.Criteria[0] with
                    {
                        WeightPercent = 19,
                    },
                ],
            },
            "one criterion twice" => Settings with
            {
                Criteria = [.. Settings.Criteria.Skip(1), Settings.Criteria[1]],
            },
            "a weight of 0" => Settings with
            {
                Criteria = [.. Settings.Criteria, new("Zero", "示例", "Example", 0)],
            },
            "no criterion" => Settings with { Criteria = [] },
            "no period" => Settings with { ReportPeriods = [] },
            "a period left out" => Settings with
            {
                ReportPeriods =
                [
                    .. Settings
                        .ReportPeriods.Where(p => p.Ordinal != 3)
                        .Select((p, i) => p with { Ordinal = i + 1 }),
                ],
            },
            _ => Settings with { ReportPeriods = [.. Settings.ReportPeriods.SkipLast(1)] },
        };
}
