using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Keyboard;

/// <summary>What people do who use no mouse.</summary>
public sealed class KeyboardTests(Browser browser, Worlds worlds)
{
    private const string Reviewer = "reviewer.330000";
    private const string InDialog = "() => !!document.activeElement.closest('[role=dialog]')";

    [Fact]
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

    [Fact]
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

    [Fact]
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
            Assert.True(await page.EvaluateAsync<bool>(InDialog), $"{key} left the dialog.");
        }

        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(decline).ToBeFocusedAsync();
    }

    [Fact]
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
