using Bunit;
using TradeSecretPilot.Web.Pages.Pilots;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages.Pilots;

public sealed class FilingCurveTests : ChineseContext
{
    [Theory]
    [InlineData(-1, "至今已报5份，应报6份")]
    [InlineData(1, "截止时已报3份，至今5份，应报6份")]
    public void Summary_BeforeAndAfterTheDueInstant_SaysHowMany(int days, string expected)
    {
        var due = BeijingTime.EndOf(new DateOnly(2022, 12, 31));

        var curve = Render<FilingCurve>(p =>
            p.Add(c => c.Points, [new(new(2022, 12, 6), 2), new(new(2023, 1, 3), 5)])
                .Add(c => c.From, due.AddDays(-30))
                .Add(c => c.DueAt, due)
                .Add(c => c.Total, 6)
                .Add(c => c.InTime, 3)
                .Add(c => c.Now, due.AddDays(days))
        );

        Assert.Equal(expected, curve.Find("title").TextContent);
        Assert.Equal(["2", "5"], curve.FindAll("tbody td.num.right").Select(d => d.TextContent));
    }
}
