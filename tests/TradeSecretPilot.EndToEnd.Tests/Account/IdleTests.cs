using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Account;

/// <summary>What keeps a session from ending unattended. That a file on its way does, UploadTests say.</summary>
public sealed class IdleTests(Browser browser, Worlds worlds)
{
    private static readonly TimeSpan NearlyOver = TimeSpan.FromMinutes(29);

    [Fact(Timeout = Limits.OfATest)]
    public async Task TextWithoutAKey_IsActivity_AndTakesTheWarningAway()
    {
        await using var window = await EnterAsync();
        var page = window.Page;
        var line = await page.Context.NewCDPSessionAsync(page);
        await page.Locator(".fsearch input").FocusAsync();

        // Dictated or filled in by the browser: no key is pressed.
        await KeepsAsync(window, () => page.Keyboard.InsertTextAsync("示例"));
        // Composed with an input method.
        await KeepsAsync(
            window,
            () =>
                line.SendAsync(
                    "Input.imeSetComposition",
                    new()
                    {
                        ["text"] = "shi",
                        ["selectionStart"] = 3,
                        ["selectionEnd"] = 3,
                    }
                )
        );
        foreach (var type in new[] { "paste", "drop", "compositionupdate", "compositionend" })
        {
            await KeepsAsync(window, () => page.DispatchEventAsync(".fsearch input", type));
        }
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task MovingThePointerOver_IsNoActivity_AndTheSessionEnds()
    {
        await using var window = await EnterAsync();
        var page = window.Page;
        await window.SetIdleAsync(NearlyOver);
        await page.Mouse.MoveAsync(300, 300);
        await Assertions.Expect(page.Locator("#idle-warning")).ToBeVisibleAsync();

        await window.SetIdleAsync(TimeSpan.FromMinutes(30));

        await page.WaitForURLAsync("**/account/sign-in?**");
        await Assertions.Expect(page.GetByText("您已30分钟没有操作")).ToBeVisibleAsync();
    }

    private static async Task KeepsAsync(PortalPage window, Func<Task> act)
    {
        var warning = window.Page.Locator("#idle-warning");
        await window.SetIdleAsync(NearlyOver);
        await Assertions.Expect(warning).ToBeVisibleAsync();

        await act();

        await Assertions.Expect(warning).ToBeHiddenAsync();
        Assert.True(await window.IdleAsync() < TimeSpan.FromMinutes(1));
    }

    private async Task<PortalPage> EnterAsync()
    {
        var portal = await worlds.SpringAsync();
        return await browser.EnterAsync(portal.Address, "reviewer.330000", "/applications");
    }
}
