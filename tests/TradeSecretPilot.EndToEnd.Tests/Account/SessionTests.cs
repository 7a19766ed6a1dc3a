using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Account;

/// <summary>What ends a session ends its pages, tabs and downloads, in every window.</summary>
public sealed class SessionTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Foundation = "[data-field=foundation]";
    private const string Typed = "（示例）没有保存的一段话。";
    private const float Patience = 60_000;

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
        await there.Page.WaitForURLAsync(Ended("ended-by-owner"));
        await there.SeesAsync("这次登录已从“我的登录”中结束");
        await there.AssertAccessibleAsync();
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

        await other.WaitForURLAsync(Ended("signed-out-elsewhere"));
        await Assertions
            .Expect(other.GetByText("您在这个浏览器的另一个窗口退出了登录"))
            .ToBeVisibleAsync();
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

    [Fact(Timeout = Limits.OfATest)]
    public async Task Lock_EndsEveryTab_SaysWhy_AndKeepsWhatWasTyped()
    {
        await using var portal = await worlds.StartAsync();
        await using var window = await browser.EnterAsync(portal.Address, Drafter, "/applications");
        var path = await window.FirstEditorAsync();
        await window.GoToAsync(path);
        await using var other = await window.AnotherAsync("/applications");
        await using var administrator = await browser.EnterAsync(
            portal.Address,
            "secadmin",
            $"/admin/security?q={Drafter}"
        );
        // What is typed now reaches the server only after the account is locked.
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.Locator(Foundation).FillAsync(Typed);

        await administrator.PressAsync($"锁定{Drafter}");
        await administrator.ConfirmAsync("锁定账号", "（示例）核实身份。");
        await administrator.SeesAsync("由安全管理员锁定");
        await window.Page.Context.SetOfflineAsync(false);

        foreach (var page in new[] { window, other })
        {
            await page.Page.WaitForURLAsync(Ended("locked"), new() { Timeout = Patience });
            await page.SeesAsync("账号已由安全管理员锁定");
            await page.SeesAsync("没有保存的内容留在这台电脑上");
        }

        await window.ScreenshotAsync("account/session-locked");
        await administrator.PressAsync($"解锁{Drafter}");
        await administrator.SeesAsync("未锁定");
        await window.EnterAsync(Drafter, path);
        await Assertions.Expect(window.Page.Locator(Foundation)).ToHaveValueAsync(Typed);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Pages_OneMoreThanASessionMayHave_IsRefusedInWords()
    {
        await using var portal = await worlds.StartAsync(
            settings: new Dictionary<string, string> { ["Circuits:PerSession"] = "2" }
        );
        await using var one = await browser.EnterAsync(portal.Address, Drafter, "/applications");
        await using var two = await one.AnotherAsync("/inbox");
        var three = await one.Page.Context.NewPageAsync();

        var refused = await three.GotoAsync("/applications");

        Assert.Equal(429, refused!.Status);
        await Screenshots.SaveAsync(three, "account/too-many-pages");
        await Assertions.Expect(three.GetByText("已经打开了2个页面")).ToBeVisibleAsync();
        await one.MoveToAsync("/inbox");
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task EndOthers_OnOneNode_EndsThePageOnTheOther()
    {
        using var world = await worlds.CopyAsync(Store.PostgreSql);
        await using var first = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder
        );
        await using var second = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder
        );
        await using var there = await browser.EnterAsync(second.Address, Drafter, "/applications");
        await using var here = await browser.EnterAsync(first.Address, Drafter);
        await here.GoToStaticAsync("/account/sessions");

        await here.PressAsync("结束其他全部登录");

        await there.Page.WaitForURLAsync(Ended("ended-by-owner"));
    }

    private static Regex Ended(string reason) => new($"/account/sign-in\\?.*reason={reason}");
}
