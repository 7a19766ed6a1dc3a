using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Editing;

/// <summary>Where somebody writes at length.</summary>
/// <param name="List">Where the way to it begins.</param>
/// <param name="Link">To the record, in the list.</param>
/// <param name="Field">The field that is written into.</param>
internal sealed record Desk(string Account, string List, string Link, string Field)
{
    public static Desk Plan { get; } =
        new("drafter.339104", "/applications", "a[href$='/edit']", "[data-field=foundation]");

    /// <summary>All of them, by what is written.</summary>
    public static IReadOnlyDictionary<string, Desk> All { get; } =
        new Dictionary<string, Desk>
        {
            ["plan"] = Plan,
            ["review"] = new(
                "reviewer.330000",
                "/applications",
                "a[href^='/review/']",
                "#opinion-text"
            ),
            ["report"] = new("drafter.", "/reports", "a[href$='/edit']", "[data-field=summary]")
            {
                Day = Worlds.Winter,
            },
            ["score sheet"] = new("expert.03", "/scoring", "", "#sheet textarea[data-field]")
            {
                Day = Worlds.Scoring,
                EnterAsync = AcceptAsync,
            },
            ["selection"] = new("wg", "/selection", "", ".why:nth-child(2) input[data-field]")
            {
                Day = Worlds.Selecting,
                EnterAsync = MoveOutAsync,
            },
            ["batch"] = new("wg", "/batches/new", "", "[data-field=nameZh]")
            {
                EnterAsync = SetUpAsync,
            },
        };

    /// <summary>Null for the day of April.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>How the field is come to, where no link leads to it.</summary>
    private Func<PortalPage, Task>? EnterAsync { get; init; }

    /// <summary>Signs its author in and opens it.</summary>
    public async Task<PortalPage> OpenAsync(Browser browser, Uri address)
    {
        var window = await browser.EnterAsync(address, Account, List);
        if (EnterAsync is { } enter)
        {
            await enter(window);
            return window;
        }

        var path = await window.Page.Locator(Link).First.GetAttributeAsync("href");
        await window.GoToAsync(path!);
        return window;
    }

    /// <summary>An expert declares no interest in a plan, and its sheet opens.</summary>
    private static async Task AcceptAsync(PortalPage window)
    {
        await window.Page.Locator("button[aria-label^=确认无利害关系]").First.ClickAsync();
        await window.ConfirmAsync("确认，打开1份方案");
        await window.Page.WaitForURLAsync("**/scoring/*");
        await window.WaitUntilReadyAsync();
    }

    /// <summary>The working group sets up the next batch as the last one was.</summary>
    private static async Task SetUpAsync(PortalPage window)
    {
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "沿用" }).ClickAsync();
        await window.Page.Locator("[data-field=nameZh]").FillAsync("示例第九批");
        await window.Page.Locator("[data-field=nameEn]").FillAsync("Sample batch nine");
        await window.PressAsync("建立批次");
        await window.Page.WaitForURLAsync(address =>
            address.Contains("/batches/", StringComparison.Ordinal)
            && !address.EndsWith("/new", StringComparison.Ordinal)
        );
        await window.GoToAsync(new Uri(window.Page.Url).AbsolutePath);
    }

    /// <summary>The working group takes one of the first out of its list, and must say why.</summary>
    private static async Task MoveOutAsync(PortalPage window)
    {
        await window
            .Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^按排名选入前") })
            .ClickAsync();
        var first = window.Page.Locator(".seat input").First;
        await Assertions.Expect(first).ToBeCheckedAsync();
        await window.SavedAsync();
        await first.UncheckAsync();
        await window.Page.Locator(".why:nth-child(2) input[data-field]").WaitForAsync();
    }
}
