using FsCheck;
using FsCheck.Fluent;

namespace TradeSecretPilot.Domain.Tests.Shared;

public sealed class BeijingTimeTests
{
    [Theory]
    [InlineData("2022-05-15", "2022-05-15T16:00:00Z")]
    [InlineData("2022-06-30", "2022-06-30T16:00:00Z")]
    [InlineData("2022-12-31", "2022-12-31T16:00:00Z")]
    [InlineData("2024-02-28", "2024-02-28T16:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T16:00:00Z")]
    [InlineData("2023-02-28", "2023-02-28T16:00:00Z")]
    public void EndOf_Day_IsMidnightInBeijing(string day, string instant)
    {
        var end = BeijingTime.EndOf(Day(day));

        Assert.Equal(Instant(instant), end);
        Assert.Equal(TimeSpan.Zero, end.Offset);
        Assert.Equal(Day(day), BeijingTime.LastOpenDay(end));
    }

    [Fact]
    public void EndOf_EveryDay_MeetsTheStartOfTheNext() =>
        Prop.ForAll(
                Days(),
                day =>
                    BeijingTime.EndOf(day) == BeijingTime.StartOf(day.AddDays(1))
                    && BeijingTime.EndOf(day) - BeijingTime.StartOf(day) == TimeSpan.FromDays(1)
                    && BeijingTime.DayOf(BeijingTime.EndOf(day).AddTicks(-1)) == day
                    && BeijingTime.DayOf(BeijingTime.EndOf(day)) == day.AddDays(1)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2022-05-15T15:59:59.9999999Z", "2022-05-15")]
    [InlineData("2022-05-15T16:00:00Z", "2022-05-16")]
    [InlineData("2022-05-15T11:59:59-04:00", "2022-05-15")]
    [InlineData("2022-05-15T12:00:00-04:00", "2022-05-16")]
    public void DayOf_AnyOffset_IsTheDayInBeijing(string instant, string day) =>
        Assert.Equal(Day(day), BeijingTime.DayOf(Instant(instant)));

    [Theory]
    [InlineData("2022-05-15T16:00:00Z", "2022年5月15日（周日）24:00")]
    [InlineData("2024-02-29T16:00:00Z", "2024年2月29日（周四）24:00")]
    [InlineData("2022-05-10T09:30:00Z", "2022年5月10日（周二）17:30")]
    public void DeadlineZh_Instant_NamesTheLastOpenDay(string instant, string expected) =>
        Assert.Equal(expected, BeijingTime.DeadlineZh(Instant(instant)));

    [Theory]
    [InlineData("2022-05-15T16:00:00Z", "24:00 on 15 May 2022 (Beijing time)")]
    [InlineData("2022-05-10T09:30:00Z", "17:30 on 10 May 2022 (Beijing time)")]
    public void DeadlineEn_Instant_NamesTheLastOpenDay(string instant, string expected) =>
        Assert.Equal(expected, BeijingTime.DeadlineEn(Instant(instant)));

    [Fact]
    public void Exact_Instant_ShowsMillisecondsInBeijing() =>
        Assert.Equal(
            "2022-05-16 00:00:00.412",
            BeijingTime.Exact(Some.Forwarding.AddMilliseconds(412))
        );

    private static Arbitrary<DateOnly> Days() =>
        Gen.Choose(0, 40_000).Select(n => new DateOnly(2000, 1, 1).AddDays(n)).ToArbitrary();

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "O", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
