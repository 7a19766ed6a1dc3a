using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Batches;

/// <summary>While the pilots of the first batch report, a second one opens and a third is prepared: nobody loses sight of anything.</summary>
public sealed class SeveralBatchesTests(Browser browser, Worlds worlds)
{
    [Fact(Timeout = Limits.OfATest)]
    public async Task SecondBatch_Opens_EverybodyStillReachesTheFirst()
    {
        await using var portal = await worlds.StartAsync(day: Worlds.Winter);
        await using (var group = await browser.EnterAsync(portal.Address, "wg", "/batches/new"))
        {
            await SetUpAsync(group, "示例第二批");
            await group.PressAsync("开始受理申报");
            await group.ConfirmAsync("开始受理，通知32个省份");
            await group.SeesAsync("各省上报进度");
            // A third in preparation displaces nothing.
            await group.GoToAsync("/batches/new");
            await SetUpAsync(group, "示例第三批", opens: "2023-03-01");
            await group.GoToAsync("/national");
            await group.SeesAsync("第一批");
            await SwitchAsync(group, "/forwarding", "第一批");
            await group.SeesAsync("第一批");
            await group.GoToAsync("/inbox");
            await group.ScreenshotAsync("batches/inbox-working-group");
            await group.AssertAccessibleAsync();
            group.AssertNoComplaints();
        }

        await using (var province = await browser.EnterAsync(portal.Address, "reviewer.330000"))
        {
            await province.GoToAsync("/applications");
            await province.SeesAsync("示例第二批");
            await province.SeesAsync("还没有申报");
            await SwitchAsync(province, "/applications", "第一批");
            await Assertions
                .Expect(province.Page.Locator("main table a.title").First)
                .ToBeVisibleAsync();
            await province.ScreenshotAsync("batches/applications-of-the-first");
            await province.AssertAccessibleAsync();
            await SwitchAsync(province, "/ranking", "第一批");
            await province.SeesAsync("已上报");
            await province.GoToAsync("/inbox");
            await province.SeesAsync("示例第二批：距");
            await province.ScreenshotAsync("batches/inbox-province");
            province.AssertNoComplaints();
        }

        await using var region = await browser.EnterAsync(portal.Address, "drafter.339104");
        await region.GoToAsync("/applications");
        await region.SeesAsync("本批次正在受理申报");
        await SwitchAsync(region, "/applications", "第一批");
        await region.SeesAsync("查看申报");
        await region.Page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await region.ScreenshotAsync("batches/own-application-phone");
        await region.AssertAccessibleAsync();
        region.AssertNoComplaints();
    }

    private static async Task SetUpAsync(
        PortalPage window,
        string name,
        string opens = "2022-12-01"
    )
    {
        var page = window.Page;
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^沿用.*的设置$") })
            .ClickAsync();
        await window.SeesAsync("请逐项核对");
        await page.Locator("[data-field=nameZh]").FillAsync(name);
        await page.Locator("[data-field=nameEn]").FillAsync("Sample batch");
        var day = page.Locator("[data-holds=opensOn] input");
        await day.FillAsync(opens);
        await day.PressAsync("Tab");
        await window.PressAsync("建立批次");
        await page.WaitForURLAsync(address =>
            address.Contains("/batches/", StringComparison.Ordinal)
            && !address.EndsWith("/new", StringComparison.Ordinal)
        );
        await window.GoToAsync(new Uri(page.Url).AbsolutePath);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"筹备{name}");
    }

    /// <summary>Opens a page and changes to a batch by its switch; the address says which.</summary>
    private static async Task SwitchAsync(PortalPage window, string path, string batch)
    {
        await window.GoToAsync(path);
        var link = window
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "批次", Exact = true })
            .GetByRole(AriaRole.Link, new() { Name = batch })
            .First;
        await link.ClickAsync();
        await Assertions.Expect(link).ToHaveAttributeAsync("aria-current", "true");
        Assert.Equal($"{path}?batch=1", new Uri(window.Page.Url).PathAndQuery);
    }
}
