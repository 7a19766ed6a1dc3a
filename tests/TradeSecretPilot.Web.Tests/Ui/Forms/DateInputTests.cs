using Bunit;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Forms;

namespace TradeSecretPilot.Web.Tests.Ui.Forms;

/// <summary>A day is typed in any usual way, shown in one, and "today" is Beijing's.</summary>
public sealed class DateInputTests : ControlContext
{
    private DateOnly? _day;

    [Theory]
    [InlineData("2022-05-08")]
    [InlineData("2022-5-8")]
    [InlineData("2022年5月8日")]
    [InlineData("2022/5/8")]
    [InlineData("2022.5.8")]
    [InlineData("20220508")]
    public void Typed_UsualForms_AreTheDay(string text)
    {
        var input = Input();

        input.Find("input").Change(text);

        Assert.Equal(new DateOnly(2022, 5, 8), _day);
    }

    [Theory]
    [InlineData("明天")]
    [InlineData("2022-02-30")]
    [InlineData("5月8日")]
    public void Typed_NoDay_SaysSo_AndTakesNothing(string text)
    {
        var input = Input();
        // The picker takes a second change in the same instant for an echo of the first.
        Clock.Advance(TimeSpan.FromSeconds(1));

        input.Find("input").Change(text);

        // The picker judges what was typed in a task of its own.
        input.WaitForAssertion(() =>
            Assert.Equal(
                "不是有效的日期，请写成年-月-日，如2022-05-08",
                input.Find("#day-says").TextContent.Trim()
            )
        );
        Assert.Equal("true", input.Find("input").GetAttribute("aria-invalid"));
        Assert.Null(_day);
    }

    [Fact]
    public void Shown_GivenDay_IsIso()
    {
        _day = new DateOnly(2022, 5, 8);

        Assert.Equal("2022-05-08", Input().Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Calendar_Today_IsBeijingsDay()
    {
        // 17:00 on the 20th in UTC is 1:00 on the 21st in Beijing.
        Clock.Advance(TimeSpan.FromHours(15.5));
        var input = Input();

        input.Find(".mud-input-adornment button").Click();

        var today = Host.Find(".mud-current");
        Assert.Equal("21", today.TextContent.Trim());
    }

    private IRenderedComponent<DateInput> Input() =>
        Draw<DateInput>(p =>
            p.Add(d => d.Field, new FieldContext("day", new Dictionary<string, object>()))
                .Add(d => d.Day, _day)
                .Add(d => d.DayChanged, day => _day = day)
        );
}
