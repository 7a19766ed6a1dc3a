using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Editing;

/// <summary>A batch that is prepared saves itself like every other text; what it cannot have waits, and is not lost.</summary>
public sealed class BatchTests(Browser browser, Worlds worlds)
{
    private const string Name = "[data-field=nameZh]";

    [Fact(Timeout = Limits.OfATest)]
    public async Task Settings_OfABatch_AreSavedByThemselves_OrKeptWithTheReason()
    {
        await using var portal = await worlds.StartAsync();
        await using var window = await browser.EnterAsync(portal.Address, "wg", "/batches/new");
        var page = window.Page;

        // Not set up yet: the browser alone keeps it, over a reload too.
        await page.Locator(Name).FillAsync("示例第九批");
        await window.GoToAsync("/batches/new");
        await Assertions.Expect(page.Locator(Name)).ToHaveValueAsync("示例第九批");
        await page.GetByRole(AriaRole.Button, new() { Name = "沿用" }).ClickAsync();
        await page.Locator("[data-field=nameEn]").FillAsync("Sample batch nine");
        await window.PressAsync("建立批次");
        await page.WaitForURLAsync(address =>
            !address.EndsWith("/new", StringComparison.Ordinal)
            && address.Contains("/batches/", StringComparison.Ordinal)
        );
        await window.WaitUntilReadyAsync();
        var record = new Uri(page.Url).AbsolutePath;

        await window.WriteAsync(Name, "示例第九批试点");
        // What the page says of the batch, and asks before it is opened, is what is saved.
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("筹备示例第九批试点");
        await window.ScreenshotAsync("editing/batch-saved");
        await window.AssertAccessibleAsync();
        await window.GoToAsync(record);
        await Assertions.Expect(page.Locator(Name)).ToHaveValueAsync("示例第九批试点");

        await LimitAsync(window, record);

        // Weights that do not add up: nothing is saved, everything is kept.
        var weight = page.Locator("[data-field$=':weight']").First;
        var before = await weight.InputValueAsync();
        await weight.FillAsync("99");
        await weight.PressAsync("Tab");
        await window.SeesAsync("须为100%");
        await window.GoToAsync(record);
        await Assertions.Expect(weight).ToHaveValueAsync("99");
        await weight.FillAsync(before);
        await weight.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[data-save][data-typed='']")).ToHaveCountAsync(1);
        await window.WriteAsync(Name, "示例第九批创新试点");
        await window.GoToAsync(record);
        await Assertions.Expect(weight).ToHaveValueAsync(before);
        await Assertions.Expect(page.Locator(Name)).ToHaveValueAsync("示例第九批创新试点");

        // A preparation can be given up, after a question; then it is gone.
        await window.PressAsync("放弃筹备");
        await window.ScreenshotAsync("editing/batch-discard");
        await window.ConfirmAsync("放弃筹备");
        await page.WaitForURLAsync("**/batches");
        await window.WaitUntilReadyAsync();
        await Assertions.Expect(page.Locator("main table")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main table")).Not.ToContainTextAsync("示例第九批");
        window.AssertNoComplaints();
    }

    /// <summary>Who may apply is set on the page, found again, and said at once.</summary>
    private static async Task LimitAsync(PortalPage window, string record)
    {
        var page = window.Page;
        var planned = page.GetByLabel("计划单列市");
        var below = page.GetByLabel("正在试点的地区及其上级可以申报");
        await planned.CheckAsync();
        await below.CheckAsync();
        var most = page.Locator("[data-field=maxPerProvince]");
        await most.FillAsync("5");
        await most.PressAsync("Tab");
        var named = page.GetByRole(AriaRole.Combobox, new() { Name = "点名纳入" });
        await named.FillAsync("330106");
        await page.GetByText("西湖区", new() { Exact = true }).First.ClickAsync();
        await window.SeesAsync("330106");
        await Assertions.Expect(named).ToHaveValueAsync("");
        await Assertions.Expect(named).ToBeFocusedAsync();
        await Assertions
            .Expect(page.Locator("[data-save=saved][data-typed='']"))
            .ToHaveCountAsync(1);
        await window.ScreenshotAsync("editing/batch-eligibility");
        await window.AssertAccessibleAsync();

        await window.GoToAsync(record);
        await Assertions.Expect(planned).ToBeCheckedAsync();
        await Assertions.Expect(below).ToBeCheckedAsync();
        await Assertions.Expect(most).ToHaveValueAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "不再点名西湖区" }).ClickAsync();
        await Assertions.Expect(page.GetByText("330106")).ToHaveCountAsync(0);
    }
}
