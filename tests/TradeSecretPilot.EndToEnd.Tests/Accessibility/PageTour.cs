using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;
using Xunit.Sdk;

namespace TradeSecretPilot.EndToEnd.Tests.Accessibility;

/// <summary>Leads one role through every page that it may open, on the desktop and on the phone, and gathers what is amiss.</summary>
internal sealed partial class PageTour(Browser browser, Worlds worlds)
{
    /// <summary>Whoever is not signed in.</summary>
    public const string Public = "Public";

    /// <summary>Its person also looks at the public pages, whose masthead differs for everybody who is signed in.</summary>
    private const string SignedInVisitor = "Drafter";

    /// <summary>Who sees nearly the same pages as a colleague with fewer rights, who looks at those.</summary>
    private static readonly Dictionary<string, string> Colleagues = new()
    {
        ["LocalApprover"] = "Drafter",
        ["ProvincialApprover"] = "ProvincialReviewer",
        ["WorkingGroupLead"] = "WorkingGroup",
    };

    private readonly List<string> _faults = [];

    public static IReadOnlyCollection<string> Roles => [.. RoutablePages.Accounts.Keys];

    /// <summary>
    /// Looks closely at the role's pages, except those that a colleague looks at: with axe in Chinese, at the lengths of their texts in
    /// both languages.
    /// </summary>
    public async Task TakeAsync(string role)
    {
        foreach (
            var world in VisitsOf(role)
                .Where(v => !SeenByColleague(v.Page, role))
                .GroupBy(v => v.Visit.InWinter)
        )
        {
            var portal = await (world.Key ? worlds.WinterAsync() : worlds.SpringAsync());
            await using var window = await EnterAsync(portal.Address, role);
            foreach (var (page, visit) in world)
            {
                await LookAsync(window, page, visit);
            }

            await window.TurnEnglishAsync();
            foreach (var (page, visit) in world)
            {
                if (await PassAsync(window, page, visit))
                {
                    await MeasureAsync(window, $"{page.Pattern} in English");
                }
            }

            _faults.AddRange(window.Complaints.Where(IsComplaint));
        }

        Judge();
    }

    /// <summary>
    /// Opens every page of the role once, except those that a colleague looks at: each answers, none fails, and the browser complains
    /// of nothing.
    /// </summary>
    public async Task TakeQuicklyAsync(string role, Store store)
    {
        foreach (
            var world in VisitsOf(role)
                .Where(v => !SeenByColleague(v.Page, role))
                .GroupBy(v => v.Visit.InWinter)
        )
        {
            var portal = await (world.Key ? worlds.WinterAsync(store) : worlds.SpringAsync(store));
            await using var window = await EnterAsync(portal.Address, role);
            foreach (var (page, visit) in world)
            {
                await PassAsync(window, page, visit);
            }

            _faults.AddRange(window.Complaints.Where(IsComplaint));
        }

        Judge();
    }

    /// <summary>Looks at these pages in the dark theme.</summary>
    public async Task TakeInTheDarkAsync(bool inWinter, string role, params string[] paths)
    {
        var portal = await (inWinter ? worlds.WinterAsync() : worlds.SpringAsync());
        await using var window = await EnterAsync(portal.Address, role);
        await window
            .Page.GetByRole(AriaRole.Banner)
            .GetByText("深色")
            .And(window.Page.Locator(":visible"))
            .First.ClickAsync();
        await Assertions
            .Expect(window.Page.Locator("html"))
            .ToHaveAttributeAsync("data-theme", "dark");
        foreach (var path in paths)
        {
            await window.GoToAsync(path);
            await AskAxeAsync(window, $"{path} in the dark");
            await window.ScreenshotAsync($"dark/{role}{path.Replace('/', '-')}");
        }

        Judge();
    }

    private static IEnumerable<(RoutablePage Page, PageVisit Visit)> VisitsOf(string role) =>
        from page in PortalPages.All
        where Opens(page, role)
        let visit = PageVisit.Of(page.Pattern, role)
        where visit is not null
        select (page, visit);

    private static bool Opens(RoutablePage page, string role) =>
        page.IsPublic ? role is Public or SignedInVisitor : page.Roles.Contains(role);

    private static bool SeenByColleague(RoutablePage page, string role) =>
        Colleagues.TryGetValue(role, out var colleague) && Opens(page, colleague);

    private void Judge() => Assert.True(_faults.Count == 0, string.Join('\n', _faults));

    private async Task<PortalPage> EnterAsync(Uri portal, string role)
    {
        var window = await browser.OpenAsync(portal);
        if (role != Public)
        {
            await window.EnterAsync(RoutablePages.Accounts[role]);
        }

        return window;
    }

    private async Task LookAsync(PortalPage window, RoutablePage page, PageVisit visit)
    {
        if (!await GoAsync(window, page, visit))
        {
            return;
        }

        await AskAxeAsync(window, $"{page.Pattern} at 1440");
        await window.Page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await AskAxeAsync(window, $"{page.Pattern} at 390");
        await window.Page.SetViewportSizeAsync(Browser.Desktop.Width, Browser.Desktop.Height);
        await MeasureAsync(window, page.Pattern);
    }

    private async Task MeasureAsync(PortalPage window, string what)
    {
        await FindTextFaultsAsync(window, $"{what} at 1440");
        await window.Page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await FindTextFaultsAsync(window, $"{what} at 390");
        await AskWidthAsync(window, what);
        await window.Page.SetViewportSizeAsync(Browser.Desktop.Width, Browser.Desktop.Height);
    }

    private async Task FindTextFaultsAsync(PortalPage window, string what)
    {
        var faults = await TextLayout.FaultsAsync(window.Page);
        _faults.AddRange(faults.Select(fault => $"{what}: {fault}"));
        if (faults.Count > 0)
        {
            await window.ScreenshotAsync($"failed/texts/{what.Replace('/', '-')}");
        }
    }

    /// <returns>Whether the page is there to be looked at.</returns>
    private async Task<bool> PassAsync(PortalPage window, RoutablePage page, PageVisit visit)
    {
        // A static page is loaded; the others change within the circuit, where data that comes late meets a live page.
        if (page.IsStatic)
        {
            var answer = await window.Page.GotoAsync(visit.Path);
            if (!visit.IsMessage && answer is not { Ok: true })
            {
                _faults.Add($"{visit.Path} answered {answer?.Status}.");
            }

            return true;
        }

        try
        {
            if (await window.Page.EvaluateAsync<bool>("!window.Blazor"))
            {
                await window.GoToAsync("/notices");
            }

            await window.MoveToAsync(visit.Path);
            if (visit.Link is not null)
            {
                var link = window.Page.Locator($"main {visit.Link}").First;
                await window.MoveToAsync(visit.Onward((await link.GetAttributeAsync("href"))!));
            }

            await window.Page.WaitForURLAsync(AddressOf(page.Pattern));
            if (await window.Page.Locator(".statuspage").CountAsync() > 0)
            {
                _faults.Add(
                    $"{window.Page.Url}: {await window.Page.Locator("h1").InnerTextAsync()}"
                );
            }

            return true;
        }
        catch (TimeoutException)
        {
            _faults.Add($"{visit.Path} leads to no {page.Pattern}, or it was never drawn.");
            await window.ScreenshotAsync($"failed/quick{page.Pattern.Replace('/', '-')}");
            await window.GoToAsync("/inbox");
            return false;
        }
    }

    private async Task<bool> GoAsync(PortalPage window, RoutablePage page, PageVisit visit)
    {
        var browserPage = window.Page;
        await browserPage.GotoAsync(visit.Path);
        try
        {
            if (visit.Link is not null)
            {
                var link = browserPage.Locator($"main {visit.Link}").First;
                await link.WaitForAsync(new() { State = WaitForSelectorState.Attached });
                await browserPage.GotoAsync(visit.Onward((await link.GetAttributeAsync("href"))!));
            }

            if (!page.IsStatic)
            {
                // A page may lead on to the one record there is.
                await browserPage.WaitForURLAsync(AddressOf(page.Pattern));
                await window.WaitUntilReadyAsync();
            }

            return true;
        }
        catch (TimeoutException)
        {
            _faults.Add($"{visit.Path} leads to no {page.Pattern}, or it never became ready.");
            await window.ScreenshotAsync($"failed/missing{page.Pattern.Replace('/', '-')}");
            return false;
        }
    }

    private async Task AskWidthAsync(PortalPage window, string what)
    {
        var excess = await window.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        if (excess > 0)
        {
            _faults.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{window.Page.Url} is {excess} px too wide for the phone."
                )
            );
            await window.ScreenshotAsync($"failed/wide/{what.Replace('/', '-')}");
        }
    }

    private async Task AskAxeAsync(PortalPage window, string what)
    {
        try
        {
            await window.AssertAccessibleAsync();
        }
        catch (XunitException broken)
        {
            _faults.Add($"{what}: {broken.Message}");
        }
    }

    // A page that says 403 or 404 is loaded with that status, which the browser reports.
    private static bool IsComplaint(string complaint) =>
        !PageVisit.Messages.Any(path => complaint.Contains(path, StringComparison.Ordinal));

    private static Regex AddressOf(string pattern) =>
        new($"^https?://[^/]+{Parameter().Replace(Regex.Escape(pattern), "[^/?]+")}([?#].*)?$");

    [GeneratedRegex(@"\\\{\w+:\w+}")]
    private static partial Regex Parameter();
}
