using System.Globalization;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using Xunit.Sdk;

namespace TradeSecretPilot.EndToEnd.Tests.Accessibility;

/// <summary>Every page, as everyone who may open it, on the desktop and on the phone.</summary>
[Trait("proof", "pending")]
public sealed class AccessibilityTests(Browser browser, Worlds worlds)
{
    private const string Public = "Public";

    /// <summary>Where each page is looked at. A page that is missing here fails the test.</summary>
    private static readonly Dictionary<string, Visit> Visits = new()
    {
        ["/"] = Visit.Winter("/"),
        ["/accessibility"] = Visit.Winter("/accessibility"),
        ["/announcements"] = Visit.Winter("/announcements"),
        ["/contact"] = Visit.Winter("/contact"),
        ["/demo/clock"] = Visit.Winter("/demo/clock"),
        ["/help"] = Visit.Winter("/help"),
        ["/verify"] = Visit.Winter("/verify?number=SB-20220419-0000-000000"),
        ["/work-plan"] = Visit.Winter("/work-plan"),
        ["/not-found"] = Visit.Message("/not-found"),
        ["/error"] = Visit.Message("/error"),
        ["/status/{Code:int}"] = Visit.Message("/status/403"),
        ["/account/denied"] = Visit.Message("/account/denied"),
        ["/account/password"] = Visit.Spring("/account/password"),
        ["/account/sign-in"] = Visit.Spring("/account/sign-in"),
        // Only in the middle of signing in: SignInTests look at it.
        ["/account/sign-in/code"] = Visit.Elsewhere,
        ["/account/two-factor"] = Visit.Spring("/account/two-factor"),
        ["/inbox"] = Visit.Spring("/inbox"),
        ["/notices"] = Visit.Winter("/notices"),
        ["/applications"] = Visit.Spring("/applications"),
        ["/applications/{Id:guid}"] = Visit.Spring(
            "/applications",
            "a[href^='/applications/']:not([href$=edit])"
        ),
        ["/applications/{Id:guid}/edit"] = Visit.Spring("/applications", "a[href$='/edit']"),
        ["/review/{Id:guid}"] = Visit.Spring("/applications", "a[href^='/review/']"),
        ["/ranking"] = Visit.Spring("/ranking"),
        ["/forwarding"] = Visit.Spring("/forwarding"),
        ["/extensions"] = Visit.Spring("/extensions"),
        ["/batches"] = Visit.Spring("/batches"),
        ["/batches/new"] = Visit.Spring("/batches/new"),
        ["/batches/{Id:guid}"] = Visit.Spring("/batches", ".grid a[href^='/batches/']"),
        ["/appraisal"] = Visit.Winter("/appraisal"),
        ["/scoring"] = Visit.Winter("/scoring"),
        ["/scoring/{Id:guid}"] = Visit.Winter("/scoring", "a[href^='/scoring/']"),
        ["/selection"] = Visit.Winter("/selection"),
        ["/announcement"] = Visit.Winter("/announcement"),
        ["/national"] = Visit.Winter("/national"),
        ["/pilots"] = Visit.Winter("/pilots"),
        ["/pilots/{Id:guid}"] = Visit.Winter("/pilots", "a[href^='/pilots/']"),
        ["/reports"] = Visit.Winter("/reports"),
        ["/reports/list"] = Visit.Winter("/reports/list"),
        ["/reports/{Id:guid}"] = Visit.Winter(
            "/reports",
            "a[href^='/reports/']:not([href$=list], [href$=edit])"
        ),
        ["/reports/{Id:guid}/edit"] = Visit.Winter("/reports", "a[href$='/edit']"),
        ["/admin/accounts"] = Visit.Winter("/admin/accounts"),
        ["/admin/audit"] = Visit.Winter("/admin/audit"),
        ["/admin/operations"] = Visit.Winter("/admin/operations"),
        ["/admin/organizations"] = Visit.Winter("/admin/organizations"),
        ["/admin/security"] = Visit.Winter("/admin/security"),
    };

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

    public static TheoryData<string> Everyone => [Public, .. Accounts.Keys];

    [Fact]
    public void Pages_All_AreVisited()
    {
        Assert.Empty(RoutablePages.All.Select(p => p.Pattern).Except(Visits.Keys));
        Assert.Empty(RoutablePages.Roles.Except(Accounts.Keys));
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Pages_OfARole_AreAccessibleOnDesktopAndPhone(string role)
    {
        var pages = RoutablePages
            .All.Where(p => role == Public ? p.IsPublic : p.Roles.Contains(role))
            .Select(p => (Page: p, Visit: Visits.GetValueOrDefault(p.Pattern, Visit.Elsewhere)))
            .Where(p => p.Visit.Path.Length > 0)
            .ToList();
        foreach (var world in pages.GroupBy(p => p.Visit.InWinter))
        {
            var portal = await (world.Key ? worlds.WinterAsync() : worlds.SpringAsync());
            await using var window = await OpenAsync(portal.Address, role);
            foreach (var (page, visit) in world)
            {
                await LookAsync(window, page, visit);
            }

            _faults.AddRange(window.Complaints.Where(IsComplaint));
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task Pages_InTheDark_AreAccessible()
    {
        var (spring, winter) = (await worlds.SpringAsync(), await worlds.WinterAsync());
        await LookInTheDarkAsync(
            spring,
            "ProvincialReviewer",
            "/inbox",
            "/applications",
            "/ranking"
        );
        await LookInTheDarkAsync(spring, "Drafter", "/applications");
        await LookInTheDarkAsync(winter, "WorkingGroup", "/selection", "/national", "/reports");

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private async Task LookInTheDarkAsync(PortalProcess portal, string role, params string[] paths)
    {
        await using var window = await OpenAsync(portal.Address, role);
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
            await JudgeAsync(window, $"{path} in the dark");
            await window.ScreenshotAsync($"dark/{role}{path.Replace('/', '-')}");
        }
    }

    private async Task<PortalPage> OpenAsync(Uri portal, string role)
    {
        var window = await browser.OpenAsync(portal);
        if (role != Public)
        {
            await window.GoToStaticAsync("/account/sign-in");
            var account = await window
                .Page.Locator($"[data-entrance^='{Accounts[role]}']")
                .First.GetAttributeAsync("data-entrance");
            await window.EnterAsync(account!);
        }

        return window;
    }

    private async Task LookAsync(PortalPage window, RoutablePage page, Visit visit)
    {
        var browserPage = window.Page;
        await browserPage.GotoAsync(visit.Path);
        if (visit.Link is not null)
        {
            await window.WaitUntilReadyAsync();
            await browserPage.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var links = browserPage.Locator($"main {visit.Link}");
            if (await links.CountAsync() == 0)
            {
                _faults.Add($"{visit.Path} leads to no {page.Pattern}.");
                return;
            }

            await browserPage.GotoAsync((await links.First.GetAttributeAsync("href"))!);
        }

        try
        {
            if (!page.IsStatic)
            {
                await window.WaitUntilReadyAsync();
            }
        }
        catch (TimeoutException)
        {
            _faults.Add($"{browserPage.Url} never became ready.");
        }

        await JudgeAsync(window, $"{page.Pattern} at 1440");
        await browserPage.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await JudgeAsync(window, $"{page.Pattern} at 390");
        var excess = await browserPage.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        if (excess > 0)
        {
            _faults.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{browserPage.Url} is {excess} px too wide for the phone."
                )
            );
            await window.ScreenshotAsync($"failed/wide{page.Pattern.Replace('/', '-')}");
        }

        await browserPage.SetViewportSizeAsync(Browser.Desktop.Width, Browser.Desktop.Height);
    }

    private async Task JudgeAsync(PortalPage window, string what)
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
        !Visits.Values.Any(v =>
            v.IsMessage && complaint.Contains(v.Path, StringComparison.Ordinal)
        );

    /// <param name="Path">Empty where another test looks at the page.</param>
    /// <param name="Link">On that path leads on to the page; null when the path is the page.</param>
    private sealed record Visit(
        string Path,
        string? Link = null,
        bool InWinter = false,
        bool IsMessage = false
    )
    {
        public static readonly Visit Elsewhere = new("");

        public static Visit Spring(string path, string? link = null) => new(path, link);

        public static Visit Winter(string path, string? link = null) => new(path, link, true);

        public static Visit Message(string path) => new(path, null, true, true);
    }
}
