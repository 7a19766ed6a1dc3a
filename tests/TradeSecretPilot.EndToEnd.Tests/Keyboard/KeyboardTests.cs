using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Keyboard;

/// <summary>What people do who use no mouse.</summary>
public sealed class KeyboardTests(Browser browser, Worlds worlds)
{
    private const string Reviewer = "reviewer.330000";
    private const string Options = ".mud-popover-open [role=option]";
    private const string Behind =
        "() => !!document.activeElement.closest('.work > :not(main), #main > :not(.controls)')";

    private const string InDialog = "() => !!document.activeElement.closest('[role=dialog]')";

    [Fact(Timeout = Limits.OfATest)]
    public async Task SkipLink_Followed_LeadsToTheContent()
    {
        await using var window = await EnterAsync(Reviewer, "/applications");
        var page = window.Page;

        // A page begins at its heading, so the link is reached backwards.
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await TabToAsync(page, ".skip", "Shift+Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        Assert.EndsWith("/applications#main", page.Url);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Menu_OnThePhone_OpensAndClosesAndKeepsTheFocus()
    {
        await using var window = await EnterAsync(Reviewer, "/inbox", Browser.Phone);
        var page = window.Page;
        var menu = page.Locator("details.drawer summary");

        await TabToAsync(page, "details.drawer summary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("details.drawer")).ToHaveAttributeAsync("open", "");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("details.drawer nav a").First).ToBeFocusedAsync();
        await window.ScreenshotAsync("keyboard/menu-390");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(menu).ToBeFocusedAsync();
        await Assertions
            .Expect(page.Locator("details.drawer"))
            .Not.ToHaveAttributeAsync("open", "");
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Dialog_Open_HoldsTheFocusUntilEscape()
    {
        await using var window = await EnterAsync("approver.330000", "/applications");
        var page = window.Page;
        await page.Locator("a[href^='/review/']").First.PressAsync("Enter");
        await page.WaitForURLAsync("**/review/*");
        var decline = page.GetByRole(AriaRole.Button, new() { Name = "不予推荐", Exact = true });

        await decline.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync(InDialog);
        await window.AssertAccessibleAsync();
        foreach (var key in Enumerable.Repeat("Tab", 8).Concat(Enumerable.Repeat("Shift+Tab", 8)))
        {
            await page.Keyboard.PressAsync(key);
            Assert.False(await page.EvaluateAsync<bool>(Behind), $"{key} reached the page behind.");
            await page.WaitForFunctionAsync(InDialog);
        }

        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(decline).ToBeFocusedAsync();
    }

    /// <summary>The button that acted is gone with the act: the keyboard stands at what came of it, not at the page's body.</summary>
    [Fact(Timeout = Limits.OfATest)]
    public async Task Act_DoneByKeys_FocusStandsAtItsResult()
    {
        await using var window = await EnterAsync("approver.330000", "/applications");
        var page = window.Page;
        await page.Locator("a[href^='/review/']").First.PressAsync("Enter");
        await page.WaitForURLAsync("**/review/*");
        await page.GetByRole(AriaRole.Button, new() { Name = "不予推荐", Exact = true })
            .PressAsync("Enter");
        await window.ConfirmAsync("不予推荐", "（示例）材料不全。");

        await window.SeesAsync("作出不予推荐的结论");
        await page.WaitForFunctionAsync(
            "() => document.activeElement.matches('#main [role=status] > .notice')"
        );
        window.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Ranking_ByKeysAlone_IsSaved()
    {
        await using var window = await EnterAsync(Reviewer, "/ranking");
        var page = window.Page;

        for (var i = 0; i < 2; i++)
        {
            await TabToAsync(page, ".ranking li.un button");
            await page.Keyboard.PressAsync("Space");
            await Assertions.Expect(page.Locator(".ranking ol li")).ToHaveCountAsync(i + 1);
            await Assertions
                .Expect(page.Locator(".ranking ol li").Nth(i).Locator("button:focus"))
                .ToHaveCountAsync(1);
        }

        var last = await page.Locator(".ranking ol li").Last.Locator("b").InnerTextAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator(".ranking ol li").First).ToContainTextAsync(last);
        await Assertions
            .Expect(page.Locator(".ranking ol li").First.Locator("button:focus"))
            .ToHaveCountAsync(1);
        await window.SavedAsync();

        await window.GoToAsync("/ranking");
        await Assertions.Expect(page.Locator(".ranking ol li").First).ToContainTextAsync(last);
        window.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Account_ByKeysAlone_IsCreated_AndSaidSo()
    {
        await using var window = await EnterAsync("sysadmin", "/admin/accounts?new=1");
        var page = window.Page;

        var region = page.GetByRole(AriaRole.Combobox, new() { Name = "单位" });
        await page.Locator(".form-grid select").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(region).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("drafter.keys");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("示例键盘");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(region).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("示例");
        await Assertions.Expect(page.Locator(Options).First).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(Options)).ToHaveCountAsync(0);
        await window.ScreenshotAsync("keyboard/account");
        await TabToAsync(page, ".form-grid .btn-primary");
        await page.Keyboard.PressAsync("Enter");

        await window.SeesAsync("已建立账号drafter.keys。");
        await window.AssertAccessibleAsync();
        window.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Deadline_TypedInChinese_IsTheDayShown()
    {
        await using var window = await EnterAsync("approver.330000", "/ranking");
        var page = window.Page;

        await page.Locator("input[name=deadline]").FillAsync("2022年5月6日");
        await page.Keyboard.PressAsync("Tab");

        await Assertions
            .Expect(page.Locator("input[name=deadline]"))
            .ToHaveValueAsync("2022-05-06");
        await window.SeesAsync("5月6日（周五），2022-05-07 00:00:00 起不再受理");
        await page.Locator("input[name=deadline]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "选择日期" }))
            .ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("input[name=deadline]")).ToBeFocusedAsync();
    }

    private async Task<PortalPage> EnterAsync(
        string account,
        string path,
        ViewportSize? viewport = null
    ) => await browser.EnterAsync((await worlds.SpringAsync()).Address, account, path, viewport);

    /// <summary>Presses Tab until an element of that kind has the focus.</summary>
    private static async Task TabToAsync(IPage page, string selector, string key = "Tab")
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync(key);
            if (
                await page.EvaluateAsync<bool>(
                    "selector => document.activeElement.matches(selector)",
                    selector
                )
            )
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached {selector}.");
    }
}
