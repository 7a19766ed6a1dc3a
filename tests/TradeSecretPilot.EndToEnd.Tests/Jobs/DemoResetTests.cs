using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Jobs;

/// <summary>A demonstration begins anew under its running jobs, which stand in the database that is thrown away.</summary>
public sealed class DemoResetTests(Browser browser, Worlds worlds)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limits.OfATest)]
    public async Task Reset_JobsInTheDatabase_RunAgain()
    {
        await using var portal = await worlds.StartAsync(
            Store.PostgreSql,
            new Dictionary<string, string> { ["Jobs:InMemory"] = "false" }
        );
        await using var window = await browser.OpenAsync(portal.Address);
        await window.MoveClockToAsync(new(2022, 4, 25));
        await window.EnterAsync("sysadmin", "/inbox");
        await window.GoToStaticAsync("/demo/clock");

        await window
            .Page.GetByRole(AriaRole.Button, new() { Name = "重置示例数据" })
            .ClickAsync(new() { Timeout = (float)Patience.TotalMilliseconds });

        await window.Page.WaitForURLAsync(
            "**/account/sign-in",
            new() { Timeout = (float)Patience.TotalMilliseconds }
        );
        await Assertions
            .Expect(window.Page.Locator("[data-demo-now]"))
            .ToContainTextAsync("4月20日");
        await window.EnterAsync("sysadmin", "/inbox");
        await Waiting.UntilAsync(
            async () =>
            {
                await window.Page.GotoAsync("/operations/jobs/jobs/succeeded");
                return await window.Page.GetByText("提交提醒").CountAsync() > 0;
            },
            "a deadline's job run",
            Patience,
            Ct
        );
    }
}
