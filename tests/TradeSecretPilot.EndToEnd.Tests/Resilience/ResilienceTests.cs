using System.Globalization;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Resilience;

public sealed class ResilienceTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Foundation = "[data-field=foundation]";
    private const string Advantages = "[data-field=advantages]";
    private static readonly DateOnly Moved = new(2022, 4, 25);

    // Random moments on both databases: SavingDrillTests.
    [Fact(Timeout = Limits.OfATest)]
    public async Task Kill_WhileAPlanIsEdited_LosesNothingThatWasShownAsSaved()
    {
        using var world = await worlds.CopyAsync(Store.PostgreSql);
        var first = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder,
            stopSignal: "KILL"
        );
        await using var window = await browser.EnterAsync(first.Address, Drafter);
        string path;
        await using (first)
        {
            await window.MoveClockToAsync(Moved);
            path = await OpenEditorAsync(window);
            for (var i = 1; i <= 3; i++)
            {
                await window.WriteAsync(Foundation, $"（示例）第{i}稿，已建联系点{i}个。");
            }

            await window.WriteAsync(Advantages, "（示例）产业集聚。");
            // Typed in the last moment: nothing has said yet that it is saved.
            await window.Page.Locator(Advantages).FillAsync("（示例）产业集聚，改革先行。");
        }

        await window.Page.EvaluateAsync("window.beforeTheKill = true");
        await using var second = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder,
            first.Address
        );

        await using var fresh = await browser.EnterAsync(second.Address, Drafter, path);
        await Assertions
            .Expect(fresh.Page.Locator(Foundation))
            .ToHaveValueAsync("（示例）第3稿，已建联系点3个。");
        Assert.StartsWith(
            "（示例）产业集聚",
            await fresh.Page.Locator(Advantages).InputValueAsync()
        );
        var now = await fresh.Page.Locator("[data-demo-now]").GetAttributeAsync("data-demo-now");
        Assert.InRange(
            DateTimeOffset.Parse(now!, CultureInfo.InvariantCulture),
            new DateTimeOffset(2022, 4, 25, 1, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2022, 4, 26, 0, 0, 0, TimeSpan.Zero)
        );

        // The window that was open when the power went comes back by itself, with what it alone still knew.
        await window.Page.WaitForFunctionAsync(
            "() => !window.beforeTheKill",
            null,
            new() { Timeout = 60_000 }
        );
        await window.WaitUntilReadyAsync();
        Assert.Contains(path, window.Page.Url, StringComparison.Ordinal);
        await Assertions
            .Expect(window.Page.Locator(Advantages))
            .ToHaveValueAsync("（示例）产业集聚，改革先行。");
        await window.SavedAsync();
        await window.ScreenshotAsync("resilience/after-the-kill");
    }

    private static async Task<string> OpenEditorAsync(PortalPage window)
    {
        await window.GoToAsync("/applications");
        var path = await window
            .Page.GetByRole(AriaRole.Link, new() { Name = "去修改" })
            .GetAttributeAsync("href");
        await window.GoToAsync(path!);
        return path!;
    }
}
