using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Lifecycle;

/// <summary>From the launch on 1 July to the first half-year report, acknowledged by both addressees.</summary>
public sealed partial class LifecycleJourney
{
    private async Task LaunchAndReportAsync()
    {
        await MoveClockAsync(7, 1);
        await AsAsync(
            WorkingGroup,
            "/pilots",
            async window =>
            {
                await window.SeesAsync(Region);
                await PictureAsync(window, "pilots", phone: true);
            }
        );
        await MoveClockAsync(12, 20);
    }
}
