using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Account;

/// <summary>What ends a session ends its pages, tabs and downloads, in every window.</summary>
public sealed partial class SessionTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";

    [Fact(Timeout = Limits.OfATest)]
    public async Task EndOthers_OnTheOwnPage_EndsTheOtherBrowserAtOnce()
    {
        await using var portal = await worlds.StartAsync();
        await using var there = await browser.EnterAsync(portal.Address, Drafter, "/applications");
        await using var here = await browser.EnterAsync(portal.Address, Drafter);
        await here.GoToStaticAsync("/account/sessions");
        await here.SeesAsync("就是这里");
        await here.AssertAccessibleAsync();
        await here.ScreenshotAsync("account/sessions");

        await here.PressAsync("结束其他全部登录");

        await here.SeesAsync("那里打开的页面已停止使用");
        await there.Page.WaitForURLAsync(Ended());
        await there.ScreenshotAsync("account/session-ended");
        Assert.Contains(
            "/account/sign-in",
            (await there.Page.APIRequest.GetAsync("/inbox")).Url,
            StringComparison.Ordinal
        );
        await here.GoToAsync("/inbox");
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task SignOut_InOneTab_EndsTheOther_AndItsOldCookie()
    {
        await using var portal = await worlds.StartAsync();
        await using var window = await browser.EnterAsync(portal.Address, Drafter);
        var context = window.Page.Context;
        var other = await context.NewPageAsync();
        await other.GotoAsync("/applications");
        await other.WaitForFunctionAsync("() => !!window.Blazor");
        var cookies = await context.CookiesAsync();

        await window.Page.Locator(".who-menu summary").ClickAsync();
        await window
            .Page.Locator(".who-menu")
            .GetByRole(AriaRole.Button, new() { Name = "退出登录" })
            .ClickAsync();

        await other.WaitForURLAsync(Ended());
        // The cookie as somebody may have copied it.
        await context.AddCookiesAsync(
            cookies.Select(c => new Cookie
            {
                Name = c.Name,
                Value = c.Value,
                Url = portal.Address.OriginalString,
                HttpOnly = c.HttpOnly,
            })
        );
        var answer = await context.APIRequest.GetAsync("/inbox");
        Assert.Contains("/account/sign-in", answer.Url, StringComparison.Ordinal);
    }

    [GeneratedRegex("/account/sign-in\\?.*reason=ended")]
    private static partial Regex Ended();
}
