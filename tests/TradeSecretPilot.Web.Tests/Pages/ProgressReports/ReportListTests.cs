using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages.ProgressReports;

/// <summary>The list offers the periods of the batches that it shows, however many they have.</summary>
public sealed class ReportListTests(HostedWorlds worlds)
{
    [Theory]
    [InlineData(true, "", "1 2 3 4 5 6")]
    [InlineData(true, "?batch=1", "1 2 3 4 5 6")]
    [InlineData(true, "?batch=99", "")]
    // Nothing is launched yet.
    [InlineData(false, "", "")]
    public async Task PeriodFilter_OffersThoseOfTheBatchesShown(
        bool inWinter,
        string query,
        string periods
    )
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter);
        await visitor.EnterAsync("wg");

        var (_, page) = await visitor.OpenAsync($"/reports/list{query}");

        Assert.Equal(
            periods,
            string.Join(
                ' ',
                page.QuerySelectorAll("select[name=period] option")
                    .Select(o => o.GetAttribute("value"))
                    .Where(v => v is not "")
            )
        );
    }
}
