using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Account;

/// <summary>Passkeys with the browser's virtual authenticator, and the second factor that a role may not do without.</summary>
public sealed class PasskeyTests(Browser browser)
{
    private const string Name = "办公室电脑（示例）";
    private const string NewPassword = "Shili-Mima-2022!";
    private const string WrongPassword = "Cuowu-Mima-2022!";

    [Fact(Timeout = Limits.OfATest)]
    public async Task Administrator_EntersWithAPasskeyOnly_AloneOrAsTheSecondStep()
    {
        await using var portal = new InstalledPortal();
        await portal.InitializeAsync();
        // Passkeys belong to a name; an address of numbers has none.
        var address = new UriBuilder(portal.Address) { Host = "localhost" }.Uri;
        await using var window = await browser.OpenAsync(address);
        var page = window.Page;
        await AddAuthenticatorAsync(page);

        await SignInAsync(window, portal.Password);
        await page.GetByLabel("当前密码").FillAsync(portal.Password);
        await page.Locator("[name='Input.New']").FillAsync(NewPassword);
        await page.GetByLabel("再输入一次新密码").FillAsync(NewPassword);
        await window.PressAsync("修改密码");
        await window.SeesAsync("密码已修改");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Link, new() { Name = "下一步：设置第二步验证" }))
            .ToBeVisibleAsync();

        // Nothing else opens, whatever address is typed.
        foreach (var shut in new[] { "/inbox", "/admin/accounts", "/account/sessions", "/help" })
        {
            await page.GotoAsync(shut);
            Assert.EndsWith("/account/two-factor", page.Url, StringComparison.Ordinal);
        }

        await window.SeesAsync("请先设置第二步验证");
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("account/second-factor-required");

        await window.GoToStaticAsync("/account/passkeys");
        await BeginAsync(window, WrongPassword);
        await window.SeesAsync("当前密码不正确");
        await BeginAsync(window, NewPassword);
        await window.SeesAsync($"创建“{Name}”");
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("account/passkey-create");
        await window.PressAsync("在设备上创建通行密钥");
        await window.SeesAsync($"已添加通行密钥“{Name}”");
        await Assertions.Expect(page.Locator("[data-recovery-codes] li")).ToHaveCountAsync(10);
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("account/passkeys");
        await page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await window.ScreenshotAsync("account/passkeys-phone");
        await page.SetViewportSizeAsync(Browser.Desktop.Width, Browser.Desktop.Height);
        await page.GetByRole(AriaRole.Link, new() { Name = "进入平台" }).ClickAsync();
        await page.WaitForURLAsync("**/inbox");
        await window.WaitUntilReadyAsync();

        // Alone: it is both factors.
        await SignOutAsync(window);
        await window.ScreenshotAsync("account/sign-in-passkey");
        await window.PressAsync("使用通行密钥");
        await page.WaitForURLAsync("**/inbox");
        await window.WaitUntilReadyAsync();

        // As the second step after the password.
        await SignOutAsync(window);
        await SignInAsync(window, NewPassword);
        await page.WaitForURLAsync("**/account/sign-in/code*");
        await Assertions.Expect(page.GetByLabel("动态口令")).ToHaveCountAsync(0);
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("account/second-step-passkey");
        await window.PressAsync("使用通行密钥");
        await page.WaitForURLAsync("**/inbox");
        await window.WaitUntilReadyAsync();

        // Removed with the password, it opens nothing any more, and the role needs another.
        await window.GoToStaticAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = $"删除，{Name}" }).ClickAsync();
        await page.GetByLabel("删除前请输入密码").FillAsync(NewPassword);
        await window.ScreenshotAsync("account/passkey-remove");
        await window.PressAsync("删除通行密钥");
        await window.SeesAsync($"已删除通行密钥“{Name}”");
        await page.GotoAsync("/inbox");
        Assert.EndsWith("/account/two-factor", page.Url, StringComparison.Ordinal);
        await window.PressAsync("退出登录");
        await page.WaitForURLAsync("**/account/sign-in?*");
        await window.PressAsync("使用通行密钥");
        await window.SeesAsync("通行密钥没有通过验证");
        await window.ScreenshotAsync("account/passkey-refused");
        window.AssertNoComplaints();
    }

    /// <summary>A security key within the device that knows its owner, as Windows Hello or a phone is.</summary>
    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("WebAuthn.enable");
        await line.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    private static async Task BeginAsync(PortalPage window, string password)
    {
        await window.Page.Locator("[name='New.Name']").FillAsync(Name);
        await window.Page.GetByLabel("添加前请输入密码").FillAsync(password);
        await window.PressAsync("下一步");
    }

    private static async Task SignInAsync(PortalPage window, string password)
    {
        await window.GoToStaticAsync("/account/sign-in");
        await window.Page.GetByLabel("账号").FillAsync(InstalledPortal.Administrator);
        await window.Page.GetByLabel("密码").FillAsync(password);
        await window.PressAsync("登录");
    }

    private static async Task SignOutAsync(PortalPage window)
    {
        var menu = window.Page.Locator(".who-menu");
        await menu.Locator("summary").ClickAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/account/sign-in?*");
    }
}
