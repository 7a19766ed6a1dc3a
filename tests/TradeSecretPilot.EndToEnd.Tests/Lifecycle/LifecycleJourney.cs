using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Lifecycle;

/// <summary>
/// The first batch through the pages, by everyone who has a part in it: from a returned plan on 20 April 2022 to an
/// acknowledged half-year report in December. Only the clock bar moves time.
/// </summary>
public sealed partial class LifecycleJourney(Browser browser, Worlds worlds)
{
    private const string Code = "339104";
    private const string Region = "示例癸高新区";
    private const string Drafter = $"drafter.{Code}";
    private const string Approver = $"local.{Code}";
    private const string HomeReviewer = "reviewer.330000";
    private const string HomeApprover = "approver.330000";
    private const string WorkingGroup = "wg";
    private const string Lead = "lead";

    /// <summary>The demonstration's bar says the next deadline beside its clock; a portal at work has no such bar.</summary>
    private const string DemoClock = "GetProgrammeCalendar";

    private PortalProcess _portal = null!;
    private SessionCollector _sessions = null!;
    private bool _looks;
    private int _pictures;

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Worlds.Stores), MemberType = typeof(Worlds))]
    public async Task Lifecycle_ThroughThePages_EndsWithAnAcknowledgedReport(Store store)
    {
        await using var sessions = new SessionCollector();
        await using var portal = await worlds.StartAsync(store, sessions.Settings);
        (_portal, _sessions) = (portal, sessions);
        // Pictures and axe once: what a page looks like does not depend on the database.
        _looks = store == Store.Sqlite;

        var application = await ApplyAsync();
        await ReviewAndResubmitAsync(application);
        await RankAndForwardAsync();
        await AppraiseAsync();
        await SelectAndPublishAsync();
        await LaunchAndReportAsync();

        await portal.DisposeAsync();
        AssertSessions(sessions);
    }

    /// <summary>What a click on each of the main acts begins: the act, and then what the page or its frame must read again.</summary>
    private static void AssertSessions(SessionCollector sessions)
    {
        string[][] expected =
        [
            // The act, the frame that counts anew, and what the page shows next.
            ["SubmitApplication", "GetShell"],
            ["FileReport", "GetShell"],
            ["SubmitScoreSheet", "GetScoreSheet", "GetShell"],
            ["ForwardApplications", "GetProvincialCall", "GetShell"],
            ["DecideSelection", "GetSelection", "GetShell"],
        ];
        Assert.Equal(
            string.Join('\n', expected.Select(e => string.Join(' ', e))),
            string.Join(
                '\n',
                expected.Select(e =>
                    string.Join(
                        ' ',
                        sessions
                            .SessionsWith(e[0])
                            .Where(s => s != DemoClock)
                            .OrderBy(s => s == e[0] ? "" : s, StringComparer.Ordinal)
                    )
                )
            )
        );
    }

    /// <summary>Stays at the page of an act until the frame has counted anew, as somebody who reads it does.</summary>
    private Task CountedAsync(string act) => _sessions.FollowedAsync(act, "GetShell");

    /// <summary>Lets one person do something in a window of their own, which must not complain.</summary>
    private async Task AsAsync(string account, string path, Func<PortalPage, Task> act)
    {
        await using var window = await browser.EnterAsync(_portal.Address, account, path);
        try
        {
            await act(window);
        }
        catch
        {
            await window.ScreenshotAsync($"failed/{account}");
            throw;
        }

        window.AssertNoComplaints();
    }

    private async Task AnonymouslyAsync(string path, Func<PortalPage, Task> act)
    {
        await using var window = await browser.OpenAsync(_portal.Address);
        await window.GoToStaticAsync(path);
        await act(window);
        window.AssertNoComplaints();
    }

    private Task MoveClockAsync(int month, int day) =>
        AnonymouslyAsync("/", window => window.MoveClockToAsync(new DateOnly(2022, month, day)));

    /// <summary>A picture of the desktop, and of the phone where that matters.</summary>
    private async Task PictureAsync(PortalPage window, string name, bool phone = false)
    {
        if (!_looks)
        {
            return;
        }

        var number = ++_pictures;
        await window.ScreenshotAsync($"lifecycle/{number:00}-{name}");
        await window.AssertAccessibleAsync();
        if (!phone)
        {
            return;
        }

        await window.Page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await window.ScreenshotAsync($"lifecycle/{number:00}-{name}-390");
        await window.Page.SetViewportSizeAsync(Browser.Desktop.Width, Browser.Desktop.Height);
    }
}
