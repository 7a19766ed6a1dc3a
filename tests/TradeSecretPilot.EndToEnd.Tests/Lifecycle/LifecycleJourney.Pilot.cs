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
                await window.Page.Locator("a[href^='/pilots/']").First.ClickAsync();
                await window.Page.WaitForURLAsync("**/pilots/*");
                await Assertions
                    .Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
                    .ToContainTextAsync("示例");
                await PictureAsync(window, "pilot", phone: true);
            }
        );
        await MoveClockAsync(12, 20);

        var report = "";
        await AsAsync(
            Drafter,
            "/reports",
            async window =>
            {
                await PictureAsync(window, "own-reports", phone: true);
                await window.Page.Locator("a[href$='/edit']").First.ClickAsync();
                await window.Page.WaitForURLAsync("**/edit");
                report = new Uri(window.Page.Url).Segments[^2].TrimEnd('/');
                await WriteReportAsync(window);
                await PictureAsync(window, "report-editor", phone: true);
            }
        );
        await FileAsync(report);
        await AcknowledgeAsync(HomeReviewer, report, "市场监管总局");
        await AcknowledgeAsync(WorkingGroup, report, "省级市场监管部门");
        await AsAsync(
            Approver,
            $"/reports/{report}",
            async window =>
            {
                await window.SeesAsync("已签收");
                await PictureAsync(window, "acknowledged", phone: true);
            }
        );
        await ReadTheListAsync();
    }

    private static async Task WriteReportAsync(PortalPage window)
    {
        await window.WriteAsync("[data-field=summary]", "（示例）联动机制和联系点按计划推进。");
        var page = window.Page;
        await page.Locator("[data-field^=area]").First.FillAsync("（示例）印发工作指引1件。");
        await page.Locator("[data-field=nextSteps]")
            .FillAsync("（示例）2023年3月前完成企业培训20场。");
        foreach (var figure in await page.Locator("[data-field$=period]").AllAsync())
        {
            await figure.FillAsync("1");
        }

        // A figure is read when its field is left.
        await page.Locator("[data-field$=period]").Last.PressAsync("Tab");

        await Assertions
            .Expect(page.Locator(".actionbar"))
            .ToContainTextAsync("内容已齐全，请审定人报送");
        await window.SavedAsync();
    }

    private async Task FileAsync(string report) =>
        await AsAsync(
            Approver,
            $"/reports/{report}/edit",
            async window =>
            {
                await window.PressAsync("报送");
                await window.ConfirmAsync("报送总局和省级");
                await window.SeesAsync("回执");
                await CountedAsync("FileReport");
                await PictureAsync(window, "report-filed", phone: true);
            }
        );

    /// <summary>One addressee signs for itself; the other's answer stays open or as it was.</summary>
    private Task AcknowledgeAsync(string account, string report, string other) =>
        AsAsync(
            account,
            $"/reports/{report}",
            async window =>
            {
                await window.SeesAsync($"签收只代表本单位；{other}另行签收。");
                await window.PressAsync("签收第1版");
                await Assertions
                    .Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "签收第1版" }))
                    .ToHaveCountAsync(0);
                await PictureAsync(window, $"acknowledged-by-{account}");
            }
        );
}
