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

    [Fact]
    public void Periods_NoneYet_SaysWhereTheyComeFrom() =>
        Assert.Equal(
            "由试点起止日推得。",
            Render<PeriodList>(p => p.Add(l => l.Periods, [])).Find("p").TextContent
        );
}
