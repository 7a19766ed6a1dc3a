using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Controls;

/// <summary>Charts stand beside a table of the same figures.</summary>
public sealed class ChartTests(Browser browser, Worlds worlds)
{
    [Fact(Timeout = Limits.OfATest)]
    public async Task Trends_OfTheNation_AreDrawnBesideTheirTable()
    {
        var portal = await worlds.WinterAsync();
        await using var window = await browser.EnterAsync(portal.Address, "lead", "/national");
        var page = window.Page;

        await Assertions.Expect(page.Locator(".trends .trend svg").First).ToBeVisibleAsync();
        await page.Locator(".trends + .chart-data summary").ClickAsync();
        await Assertions
            .Expect(page.Locator(".trends + .chart-data tbody tr"))
            .ToHaveCountAsync(await page.Locator(".trends>li").CountAsync());
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("charts/trends");
        await page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await window.ScreenshotAsync("charts/trends-phone");
        window.AssertNoComplaints();
    }
}
