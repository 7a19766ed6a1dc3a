using System.Globalization;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Tests.Ui.Localization;

public sealed class BeijingTextTests : IDisposable
{
    private static readonly DateTimeOffset Deadline = new(2022, 5, 8, 16, 0, 0, TimeSpan.Zero);

    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public BeijingTextTests() => CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData(-18.5, "剩18天", Urgency.Calm)]
    [InlineData(-2.5, "剩2天12小时", Urgency.Soon)]
    [InlineData(-0.5, "剩12小时", Urgency.Now)]
    [InlineData(-0.01, "剩14分", Urgency.Now)]
    [InlineData(0, "逾期不到1分", Urgency.Over)]
    [InlineData(4.5, "逾期4天", Urgency.Over)]
    public void Remaining_AroundTheDeadline_SaysWhatIsLeft(
        double days,
        string text,
        Urgency urgency
    )
    {
        var now = Deadline.AddDays(days);

        Assert.Equal(text, BeijingText.Remaining(Deadline, now));
        Assert.Equal(urgency, BeijingText.UrgencyOf(Deadline, now));
    }

    [Fact]
    public void DeadlineDay_OtherDay_NamesTheLastOpenDay() =>
        Assert.Equal("5月8日 周日", BeijingText.DeadlineDay(Deadline, Deadline.AddDays(-5)));

    [Fact]
    public void DeadlineDay_OnTheDay_GivesTheTimeAlone() =>
        Assert.Equal("24:00", BeijingText.DeadlineDay(Deadline, Deadline.AddHours(-3)));

    [Fact]
    public void DeadlineShort_OtherYear_NamesTheYear() =>
        Assert.Equal(
            "2022年5月8日 24:00",
            BeijingText.DeadlineShort(Deadline, Deadline.AddYears(-1))
        );
}
