using System.Globalization;
using Bunit;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Web.Pages.Batches;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages.Batches;

public sealed class PeriodListTests : ChineseContext
{
    [Fact]
    public void Periods_OfATerm_OneLineEach()
    {
        var list = Render<PeriodList>(p =>
            p.Add(l => l.Periods, ReportPeriod.Between(new(2022, 7, 1), new(2023, 12, 31)))
        );

        Assert.Equal(
            [
                ("第1期", "2022年7月1日至2022年12月31日"),
                ("第2期", "2023年1月1日至2023年6月30日"),
                ("第3期", "2023年7月1日至2023年12月31日"),
            ],
            list.FindAll("li b")
                .Select(b => b.TextContent)
                .Zip(list.FindAll("li span").Select(s => s.TextContent))
        );
    }

    [Theory]
    [InlineData("2022-05-03", "2023-12-31", 0, "首期不足60日，并入下一期")]
    [InlineData("2022-07-01", "2024-02-28", 2, "末期不足60日，并入上一期")]
    [InlineData("2022-06-01", "2022-07-31", 0, "首期和末期均不足60日，合为一期")]
    public void Periods_ShortOnes_SayThatTheyAreMerged(
        string start,
        string end,
        int index,
        string note
    )
    {
        var list = Render<PeriodList>(p =>
            p.Add(l => l.Periods, ReportPeriod.Between(Day(start), Day(end)))
        );

        Assert.Equal(note, Assert.Single(list.FindAll("small")).TextContent);
        Assert.Equal(note, list.FindAll("li")[index].QuerySelector("small")?.TextContent);
    }

    [Fact]
    public void Periods_NoneYet_SaysWhereTheyComeFrom() =>
        Assert.Equal(
            "由试点起止日推得。",
            Render<PeriodList>(p => p.Add(l => l.Periods, [])).Find("p").TextContent
        );

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
