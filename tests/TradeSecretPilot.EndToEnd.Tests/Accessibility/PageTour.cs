using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using Xunit.Sdk;

namespace TradeSecretPilot.EndToEnd.Tests.Accessibility;

/// <summary>Leads one role through every page that it may open, on the desktop and on the phone, and gathers what is amiss.</summary>
internal sealed partial class PageTour(Browser browser, Worlds worlds)
{
    /// <summary>Whoever is not signed in.</summary>
    public const string Public = "Public";

    /// <summary>Its person also looks at the public pages, whose masthead differs for everybody who is signed in.</summary>
    private const string SignedInVisitor = "Drafter";

    /// <summary>Account of each role, as its name begins.</summary>
    private static readonly Dictionary<string, string> Accounts = new()
    {
        ["Drafter"] = "drafter.",
        ["LocalApprover"] = "local.",
        ["ProvincialReviewer"] = "reviewer.",
        ["ProvincialApprover"] = "approver.",
        ["WorkingGroup"] = "wg",
        ["WorkingGroupLead"] = "lead",
        ["Expert"] = "expert.",
        ["SystemAdmin"] = "sysadmin",
        ["SecurityAdmin"] = "secadmin",
        ["AuditAdmin"] = "auditadmin",
    };

    private readonly List<string> _faults = [];

    public static IReadOnlyCollection<string> Roles => Accounts.Keys;

    /// <summary>Looks at every page of the role.</summary>
    public async Task TakeAsync(string role)
    {
        var visits = RoutablePages
            .All.Where(p => Opens(p, role))
            .Select(p => (Page: p, Visit: PageVisit.Of(p.Pattern, role)))
            .Where(p => p.Visit is not null)
            .ToList();
        foreach (var world in visits.GroupBy(v => v.Visit!.InWinter))
        {
            var portal = await (world.Key ? worlds.WinterAsync() : worlds.SpringAsync());
            await using var window = await EnterAsync(portal.Address, role);
            foreach (var (page, visit) in world)
            {
                await LookAsync(window, page, visit!);
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

    private static bool Opens(RoutablePage page, string role) =>
        page.IsPublic ? role is Public or SignedInVisitor : page.Roles.Contains(role);

    private void Judge() => Assert.True(_faults.Count == 0, string.Join('\n', _faults));

    private async Task<PortalPage> EnterAsync(Uri portal, string role)
    {
        var window = await browser.OpenAsync(portal);
        if (role != Public)
        {
            // The first entrance of a role on the sign-in page is the one of the region that has come farthest.
            await window.GoToStaticAsync("/account/sign-in");
            var account = await window
                .Page.Locator($"[data-entrance^='{Accounts[role]}']")
                .First.GetAttributeAsync("data-entrance");
            await window.EnterAsync(account!);
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
        await AskWidthAsync(window, page);
        await window.Page.SetViewportSizeAsync(Browser.Desktop.Width, Browser.Desktop.Height);
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
                await browserPage.GotoAsync((await link.GetAttributeAsync("href"))!);
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

    private async Task AskWidthAsync(PortalPage window, RoutablePage page)
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
            await window.ScreenshotAsync($"failed/wide{page.Pattern.Replace('/', '-')}");
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
