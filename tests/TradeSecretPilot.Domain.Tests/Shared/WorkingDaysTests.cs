using System.Globalization;

namespace TradeSecretPilot.Domain.Tests.Shared;

/// <summary>The calendar against the notices of the State Council's General Office, written down here from their text.</summary>
public sealed class WorkingDaysTests
{
    /// <summary>Holidays of each notice, first to last day, and the weekend days worked for them.</summary>
    public static TheoryData<int, string, string> Notices { get; } =
        new()
        {
            // 国办发明电〔2021〕11号
            {
                2022,
                "元旦 01-01..01-03, 春节 01-31..02-06, 清明节 04-03..04-05, 劳动节 04-30..05-04, 端午节 06-03..06-05, 中秋节 09-10..09-12, 国庆节 10-01..10-07",
                "01-29 01-30 04-02 04-24 05-07 10-08 10-09"
            },
            // 国办发明电〔2022〕16号, whose New Year begins on 31 December 2022
            {
                2023,
                "元旦 2022-12-31..01-02, 春节 01-21..01-27, 清明节 04-05..04-05, 劳动节 04-29..05-03, 端午节 06-22..06-24, 中秋节、国庆节 09-29..10-06",
                "01-28 01-29 04-23 05-06 06-25 10-07 10-08"
            },
            // 国办发明电〔2023〕7号
            {
                2024,
                "元旦 01-01..01-01, 春节 02-10..02-17, 清明节 04-04..04-06, 劳动节 05-01..05-05, 端午节 06-10..06-10, 中秋节 09-15..09-17, 国庆节 10-01..10-07",
                "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"
            },
            // 国办发明电〔2024〕12号
            {
                2025,
                "元旦 01-01..01-01, 春节 01-28..02-04, 清明节 04-04..04-06, 劳动节 05-01..05-05, 端午节 05-31..06-02, 国庆节、中秋节 10-01..10-08",
                "01-26 02-08 04-27 09-28 10-11"
            },
            // 国办发明电〔2025〕7号
            {
                2026,
                "元旦 01-01..01-03, 春节 02-15..02-23, 清明节 04-04..04-06, 劳动节 05-01..05-05, 端午节 06-19..06-21, 中秋节 09-25..09-27, 国庆节 10-01..10-07",
                "01-04 02-14 02-28 05-09 09-20 10-10"
            },
        };

    [Theory]
    [MemberData(nameof(Notices))]
    public void Calendar_OfAYear_IsItsNotice(int year, string holidays, string worked)
    {
        var off = new Dictionary<DateOnly, string>();
        foreach (var holiday in holidays.Split(", "))
        {
            var (name, days) = (holiday.Split(' ')[0], holiday.Split(' ')[1].Split(".."));
            for (var day = Day(days[0], year); day <= Day(days[1], year); day = day.AddDays(1))
            {
                off.Add(day, $"{name}假期");
            }
        }

        var on = worked.Split(' ').Select(text => Day(text, year)).ToHashSet();

        Assert.All(off, o => Assert.False(WorkingDays.IsWorkingDay(o.Key), $"{o.Key:O} is off"));
        Assert.All(off, o => Assert.Equal(o.Value, WorkingDays.Describe(o.Key).Zh));
        Assert.All(on, day => Assert.True(WorkingDays.IsWorkingDay(day), $"{day:O} is worked"));
        Assert.All(on, day => Assert.Equal("调休上班", WorkingDays.Describe(day).Zh));
        // The notice for 2023 takes one day of 2022.
        var rest = DaysOf(year).Where(d => !off.ContainsKey(d) && !on.Contains(d)).ToList();
        Assert.All(
            rest.Where(d => d != new DateOnly(2022, 12, 31)),
            d =>
            {
                Assert.Equal(IsWeekday(d), WorkingDays.IsWorkingDay(d));
                Assert.Equal(WorkingDays.Weekday(d), WorkingDays.Describe(d));
            }
        );
    }

    /// <summary>Every weekday less the statutory days of 全国年节及纪念日放假办法: 11, and 13 since 2025.</summary>
    [Theory]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void WorkingDays_OfAYear_AddUp(int year, int expected)
    {
        var weekdays = DaysOf(year).Count(IsWeekday);

        Assert.Equal(expected, DaysOf(year).Count(WorkingDays.IsWorkingDay));
        Assert.Equal(expected, weekdays - (year < 2025 ? 11 : 13));
    }

    [Theory]
    [InlineData("2022-05-02", "2022-05-05")]
    [InlineData("2022-05-15", "2022-05-16")]
    [InlineData("2022-05-07", "2022-05-07")]
    [InlineData("2022-10-01", "2022-10-08")]
    [InlineData("2022-12-31", "2023-01-03")]
    [InlineData("2025-10-01", "2025-10-09")]
    [InlineData("2026-02-15", "2026-02-24")]
    [InlineData("2022-05-05", "2022-05-05")]
    // Beyond the notices the weekday alone decides: 1 May 2031 is a Thursday.
    [InlineData("2031-05-01", "2031-05-01")]
    [InlineData("2031-05-03", "2031-05-05")]
    [InlineData("2021-10-02", "2021-10-04")]
    public void OnOrAfter_Day_IsTheNextWorkingDay(string day, string expected) =>
        Assert.Equal(Day(expected, 0), WorkingDays.OnOrAfter(Day(day, 0)));

    [Theory]
    [InlineData("2021-12-31", false)]
    [InlineData("2022-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    [InlineData("2031-05-01", false)]
    public void Knows_Day_SaysWhetherItsNoticeIsThere(string day, bool known)
    {
        Assert.Equal(known, WorkingDays.Knows(Day(day, 0)));
        Assert.Equal((2022, 2026), (WorkingDays.FirstKnownYear, WorkingDays.LastKnownYear));
    }

    [Theory]
    [InlineData("2022-05-02", "劳动节假期", "Labour Day holiday")]
    [InlineData("2022-05-07", "调休上班", "make-up working day")]
    [InlineData("2022-05-15", "周日", "Sunday")]
    [InlineData("2022-05-16", "周一", "Monday")]
    [InlineData("2031-10-01", "周三", "Wednesday")]
    public void Describe_Day_NamesItInBothLanguages(string day, string zh, string en) =>
        Assert.Equal(new Term(zh, en), WorkingDays.Describe(Day(day, 0)));

    private static IEnumerable<DateOnly> DaysOf(int year) =>
        Enumerable
            .Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(n => new DateOnly(year, 1, 1).AddDays(n));

    private static bool IsWeekday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>2022-05-02, or 05-02 of <paramref name="year"/>.</summary>
    private static DateOnly Day(string text, int year) =>
        DateOnly.ParseExact(
            text.Length == 5 ? $"{year:0000}-{text}" : text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
}
