using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Operations;

/// <summary>What the system administrator sees of the mail relay.</summary>
public sealed class MailTests(Browser browser)
{
    private const string Administrator = "sysadmin";
    private const string Outbox = "/admin/operations?view=mail";

    [Fact(Timeout = Limits.OfATest)]
    public async Task NoRelay_ThePageSaysSo_AndOffersNoTestMail()
    {
        await using var portal = await PortalProcess.StartAsync(Repository.PortalAssembly);
        await using var window = await browser.EnterAsync(portal.Address, Administrator, Outbox);

        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Main))
            .ToContainTextAsync("没有配置邮件中继");
        await Assertions.Expect(TestMail(window)).ToHaveCountAsync(0);
        await window.ScreenshotAsync("operations/no-relay");
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task RelayDown_TestMail_SaysWhy()
    {
        await using var portal = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            new Dictionary<string, string>
            {
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{Loopback.FreePort()}",
            }
        );
        await using var window = await browser.EnterAsync(portal.Address, Administrator, Outbox);

        await window.Page.GetByLabel("收件邮箱").FillAsync("someone@example.cn");
        await TestMail(window).ClickAsync();

        await Assertions
            .Expect(window.Page.Locator("[data-refusal='Mail.NotSent']"))
            .ToContainTextAsync("无法连接邮件中继");
        await window.ScreenshotAsync("operations/test-mail");
    }

    private static ILocator TestMail(PortalPage window) =>
        window.Page.GetByRole(AriaRole.Button, new() { Name = "发送测试邮件" });
}
