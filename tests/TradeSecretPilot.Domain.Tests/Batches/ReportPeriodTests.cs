using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Tests.Batches;

/// <summary>The periods that follow from a term, and what a refusal says of periods that do not fit one.</summary>
public sealed class ReportPeriodTests
{
    private static readonly BatchSettings Settings = FirstBatch.Settings;

    public static TheoryData<string, string, string, string> Broken { get; } =
        new()
        {
            { "none", "Missing", "还没有报告期", "no report period" },
            {
                "the third left out",
                "NotAdjoining",
                "第2期和第3期之间有空缺：2023年7月1日至2023年12月31日不在任何一期内",
                "gap between periods 2 and 3: 1 July 2023 to 31 December 2023 belongs to none"
            },
            {
                "a day left out",
                "NotAdjoining",
                "第4期和第5期之间有空缺：2024年7月1日不在任何一期内",
                "gap between periods 4 and 5: 1 July 2024 belongs to none"
            },
            {
                "a day twice",
                "NotAdjoining",
                "第1期和第2期重叠：第1期到2022年12月31日为止，第2期却从2022年12月31日起",
                "Periods 1 and 2 overlap: the former ends on 31 December 2022, the latter starts on 31 December 2022"
            },
            {
                "the first left out",
                "NotFromTheStart",
                "第1期从2023年1月1日起，而试点启动日是2022年7月1日",
                "starts on 1 January 2023, but the pilots start on 1 July 2022"
            },
            {
                "the last left out",
                "NotToTheEnd",
                "最后一期（第5期）到2024年12月31日为止，而试点期满日是2025年6月30日",
                "ends on 31 December 2024, but the pilots end on 30 June 2025"
            },
            {
                "a number twice",
                "Invalid",
                "第1期（2023年1月1日至2023年6月30日）有误",
                "Period 1 (1 January 2023 to 30 June 2023) is wrong"
            },
            {
                "the second backwards",
                "Invalid",
                "第2期（2023年6月30日至2023年1月1日）有误",
                "Period 2 (30 June 2023 to 1 January 2023) is wrong"
            },
        };

    [Theory]
    // Two months from the launch: 61 days, then 60, then 59.
    [InlineData(
        "2022-05-01",
        "2024-06-30",
        "2022-06-30 2022-12-31 2023-06-30 2023-12-31 2024-06-30"
    )]
    [InlineData(
        "2022-05-02",
        "2024-06-30",
        "2022-06-30 2022-12-31 2023-06-30 2023-12-31 2024-06-30"
    )]
    [InlineData("2022-05-03", "2024-06-30", "2022-12-31 2023-06-30 2023-12-31 2024-06-30")]
    // Two months at the end: 60 days of a leap year, then 59.
    [InlineData("2022-07-01", "2024-02-29", "2022-12-31 2023-06-30 2023-12-31 2024-02-29")]
    [InlineData("2022-07-01", "2024-02-28", "2022-12-31 2023-06-30 2024-02-28")]
    // Both ends.
    [InlineData("2022-06-15", "2023-07-20", "2022-12-31 2023-07-20")]
    // A term that is shorter than two periods.
    [InlineData("2022-06-01", "2022-07-31", "2022-07-31")]
    [InlineData("2022-06-20", "2022-07-10", "2022-07-10")]
    [InlineData("2022-06-01", "2022-06-01", "2022-06-01")]
    [InlineData("2022-06-01", "2022-05-31", "")]
    public void Between_ShortEnds_AreMerged(string start, string end, string dues) =>
        Assert.Equal(
            dues,
            string.Join(
                ' ',
                ReportPeriod
                    .Between(Day(start), Day(end))
                    .Select(p => p.DueOn.ToString("O", CultureInfo.InvariantCulture))
            )
        );

    [Fact]
    public void Between_AnyTerm_IsCoveredByPeriodsOfADecentLength() =>
        Prop.ForAll(Terms(), term => CoversOnce(term.Start, term.End)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2022-05-03", "2024-06-30", true, false)]
    [InlineData("2022-07-01", "2024-02-28", false, true)]
    [InlineData("2022-06-15", "2023-07-20", true, true)]
    [InlineData("2022-05-02", "2024-02-29", false, false)]
    [InlineData("2022-07-01", "2025-06-30", false, false)]
    public void Short_Ends_AreSaidOfTheFirstAndLast(string start, string end, bool first, bool last)
    {
        var periods = ReportPeriod.Between(Day(start), Day(end));

        Assert.Equal(first, periods[0].BeginsWithShort());
        Assert.Equal(last, periods[^1].EndsWithShort());
        Assert.All(periods.Skip(1), p => Assert.False(p.BeginsWithShort()));
        Assert.All(periods.SkipLast(1), p => Assert.False(p.EndsWithShort()));
    }

    [Theory]
    [InlineData("2022-12-31", 2022, false)]
    [InlineData("2023-06-30", 2023, true)]
    // The half-year before, with the days merged into it.
    [InlineData("2024-02-28", 2023, false)]
    [InlineData("2025-07-31", 2025, true)]
    // Long enough to stand alone.
    [InlineData("2024-02-29", 2024, true)]
    [InlineData("2025-08-29", 2025, false)]
    public void HalfYearOf_LastDay_IsTheOneThePeriodLiesIn(string due, int year, bool firstHalf) =>
        Assert.Equal((year, firstHalf), ReportPeriod.HalfYearOf(Day(due)));

    [Fact]
    public void HalfYearOf_AnyTerm_NamesEachPeriodDifferently() =>
        Prop.ForAll(
                Terms(),
                term =>
                    ReportPeriod
                        .Between(term.Start, term.End)
                        .GroupBy(p => ReportPeriod.HalfYearOf(p.DueOn))
                        .All(g => g.Count() == 1)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Broken))]
    public void Configure_BrokenPeriods_SaysWhere(string fault, string code, string zh, string en)
    {
        var refusal = Batch.Create(With(fault), Some.Now).Refusal;

        Assert.Equal($"ReportPeriods.{code}", refusal?.Code);
        Assert.Contains(zh, refusal!.Zh);
        Assert.Contains(en, refusal.En);
    }

    private static bool CoversOnce(DateOnly start, DateOnly end)
    {
        var periods = ReportPeriod.Between(start, end);
        var halfYears = periods
            .SkipLast(1)
            .All(p => p.DueOn is { Month: 6, Day: 30 } or { Month: 12, Day: 31 });
        var whole = end.DayNumber - start.DayNumber + 1 < ReportPeriod.ShortestDays;
        return periods[0].StartsOn == start
            && periods[^1].DueOn == end
            && periods.Select(p => p.Ordinal).SequenceEqual(Enumerable.Range(1, periods.Count))
            && periods.Zip(periods.Skip(1)).All(x => x.Second.StartsOn == x.First.DueOn.AddDays(1))
            && halfYears
            && periods.All(p => whole ? periods.Count == 1 : Length(p) >= ReportPeriod.ShortestDays)
            // Nothing is merged but what is too short.
            && periods.All(p => Length(p) < 184 + (2 * ReportPeriod.ShortestDays))
            && periods.All(p => Length(p) <= 184 || p.BeginsWithShort() || p.EndsWithShort());
    }

    private static int Length(ReportPeriod period) =>
        period.DueOn.DayNumber - period.StartsOn.DayNumber + 1;

    private static Arbitrary<(DateOnly Start, DateOnly End)> Terms() =>
        Gen.Zip(Gen.Choose(0, 3000), Gen.Choose(0, 2200))
            .Select(x => (Start: new DateOnly(2020, 1, 1).AddDays(x.Item1), Days: x.Item2))
            .Select(x => (x.Start, x.Start.AddDays(x.Days)))
            .ToArbitrary();

    private static BatchSettings With(string fault)
    {
        var p = Settings.ReportPeriods;
        return Settings with
        {
            ReportPeriods = fault switch
            {
                "none" => [],
                "the third left out" => Numbered([p[0], p[1], p[3], p[4], p[5]]),
                "a day left out" => [.. p.Take(4), p[4] with { StartsOn = new(2024, 7, 2) }, p[5]],
                "a day twice" => [p[0], p[1] with { StartsOn = new(2022, 12, 31) }, .. p.Skip(2)],
                "the first left out" => Numbered([.. p.Skip(1)]),
                "the last left out" => [.. p.SkipLast(1)],
                "a number twice" => [p[0], p[1] with { Ordinal = 1 }, .. p.Skip(2)],
                _ =>
                [
                    p[0],
                    p[1] with
                    {
                        StartsOn = p[1].DueOn,
                        DueOn = p[1].StartsOn,
                    },
                    .. p.Skip(2),
                ],
            },
        };
    }

    private static List<ReportPeriod> Numbered(List<ReportPeriod> periods) =>
        [.. periods.Select((p, i) => p with { Ordinal = i + 1 })];

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
