using Microsoft.Playwright;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>What every visitor of the demonstration does: enter as somebody, move the clock, answer a dialog.</summary>
internal static class DemoActs
{
    /// <summary>The server has saved, and the browser holds nothing that it has not.</summary>
    private const string Settled = "[data-save=saved][data-typed='']";

    private const string SignIn = "/account/sign-in";

    /// <summary>Opens a window and enters it through the sign-in page's own form.</summary>
    /// <param name="account">
    /// Account of the sample world; the page need not have a button for it. With a full stop at its end, such as <c>drafter.</c>, the
    /// first of the kind that the page offers: of the region that has come farthest.
    /// </param>
    public static async Task<PortalPage> EnterAsync(
        this Browser browser,
        Uri portal,
        string account,
        string path = "/inbox",
        ViewportSize? viewport = null,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        var window = await browser.OpenAsync(portal, viewport, scheme);
        await window.EnterAsync(account, path);
        return window;
    }

    public static async Task EnterAsync(
        this PortalPage window,
        string account,
        string path = "/inbox"
    )
    {
        await window.GoToStaticAsync($"{SignIn}?returnUrl={Uri.EscapeDataString(path)}");
        await window.Page.EvaluateAsync(
            """
            account => {
                if (account.endsWith('.')) {
                    document.querySelector(`[data-entrance^='${account}']`).click();
                    return;
                }
                const entrance = document.querySelector('[data-entrance]');
                entrance.value = account;
                entrance.click();
            }
            """,
            account
        );
        await window.Page.WaitForURLAsync(address => !address.Contains(SignIn));
        await window.WaitUntilReadyAsync();
    }

    /// <summary>Moves the clock to nine o'clock of a day, with the buttons of the clock bar.</summary>
    public static async Task MoveClockToAsync(this PortalPage window, DateOnly day)
    {
        var page = window.Page;
        await page.GotoAsync("/demo/clock?returnUrl=/verify");
        var bar = page.Locator(".clockbar");
        await bar.GetByText("指定日期").ClickAsync();
        await bar.Locator("input[type=date]").FillAsync($"{day:yyyy-MM-dd}");
        await bar.GetByRole(AriaRole.Button, new() { Name = "前进" })
            .ClickAsync(new() { Timeout = 60_000 });
        await page.WaitForURLAsync("**/verify", new() { Timeout = 60_000 });
        await Assertions
            .Expect(page.Locator("[data-demo-now]"))
            .ToContainTextAsync($"{day.Month}月{day.Day}日");
    }

    /// <summary>Answers the open dialog with the button of that name.</summary>
    /// <param name="reason">Typed into the dialog's reason, where it asks for one.</param>
    public static async Task ConfirmAsync(
        this PortalPage window,
        string verb,
        string? reason = null
    )
    {
        var dialog = window.Page.GetByRole(AriaRole.Dialog);
        if (reason is not null)
        {
            await dialog.Locator("[name=reason]").FillAsync(reason);
        }

        await dialog.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>Presses a button of the page that is on.</summary>
    public static async Task PressAsync(this PortalPage window, string name)
    {
        var button = window
            .Page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        await Assertions.Expect(button).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await button.ClickAsync();
    }

    /// <summary>Waits until the page shows a text.</summary>
    public static Task SeesAsync(this PortalPage window, string text) =>
        Assertions
            .Expect(window.Page.GetByRole(AriaRole.Main).GetByText(text).First)
            .ToBeVisibleAsync();

    /// <summary>Writes into a field that saves itself, and waits until the page says that it is saved.</summary>
    public static async Task WriteAsync(this PortalPage window, string selector, string text)
    {
        await window.Page.Locator(selector).FillAsync(text);
        await Assertions.Expect(window.Page.Locator(Settled)).ToHaveCountAsync(1);
    }

    /// <summary>Waits until server and browser agree that everything typed is saved.</summary>
    /// <param name="patience">Milliseconds, where something stands in the way of the save; null for the usual.</param>
    public static Task SavedAsync(this PortalPage window, float? patience = null) =>
        Assertions
            .Expect(window.Page.Locator($"{Settled}, [data-save=saved]:not([data-typed])"))
            .ToHaveCountAsync(1, new() { Timeout = patience });

    /// <summary>Where the first draft of a list is written.</summary>
    public static async Task<string> FirstEditorAsync(this PortalPage window) =>
        (await window.Page.Locator("main a[href$='/edit']").First.GetAttributeAsync("href"))!;
}
