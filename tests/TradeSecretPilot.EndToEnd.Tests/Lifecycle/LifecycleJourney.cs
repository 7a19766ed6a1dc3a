using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Lifecycle;

/// <summary>
/// The first batch through the pages, by everyone who has a part in it: from a returned plan on 20 April 2022 to an
/// acknowledged half-year report in December. Only the clock bar moves time.
/// </summary>
public sealed partial class LifecycleJourney(Browser browser)
{
    private const string Code = "339104";
    private const string Region = "示例癸高新区";
    private const string Drafter = $"drafter.{Code}";
    private const string Approver = $"local.{Code}";
    private const string HomeReviewer = "reviewer.330000";
    private const string HomeApprover = "approver.330000";
    private const string WorkingGroup = "wg";
    private const string Lead = "lead";

    private PortalProcess _portal = null!;
    private int _pictures;

    [Fact]
    public async Task Lifecycle_ThroughThePages_EndsWithAnAcknowledgedReport()
    {
        await using var portal = await PortalProcess.StartAsync();
        _portal = portal;

        var application = await ApplyAsync();
        await ReviewAndResubmitAsync(application);
        await RankAndForwardAsync();
        await AppraiseAsync();
        await SelectAndPublishAsync();
        await LaunchAndReportAsync();
    }

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
