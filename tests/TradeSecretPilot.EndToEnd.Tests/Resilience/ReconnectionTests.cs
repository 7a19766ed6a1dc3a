using Microsoft.Playwright;
using Npgsql;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.EndToEnd.Tests.Jobs;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Resilience;

/// <summary>A page that lost its circuit comes back by itself, where it was and with what was typed.</summary>
public sealed class ReconnectionTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Foundation = "[data-field=foundation]";
    private const string Advantages = "[data-field=advantages]";
    private const string Notice = "#components-reconnect-modal";
    private const string Typed = "（示例）产业集聚，改革先行。";

    /// <summary>The time limit of a circuit without a browser, so short that it has passed after the second try.</summary>
    private static readonly Dictionary<string, string> Forgetful = new()
    {
        ["Circuits:Retention"] = "00:00:00.500",
    };

    [Fact(Timeout = Limits.OfATest)]
    public async Task Connection_IsLostForAMoment_JoinsItsCircuitAgain()
    {
        await using var portal = await worlds.StartAsync();
        await using var wire = new Wire(portal.Address);
        await using var window = await EditAsync(wire.Address);
        await window.WriteAsync(Foundation, "（示例）断线之前。");

        wire.Cut();
        await Assertions.Expect(window.Page.Locator(Notice)).ToBeVisibleAsync();
        await Assertions
            .Expect(window.Page.Locator(Notice))
            .ToContainTextAsync("连接中断，正在重新连接");
        await window.ScreenshotAsync("resilience/connection-lost");
        await window.AssertAccessibleAsync();
        wire.MendTo(portal.Address);

        await Assertions.Expect(window.Page.Locator(Notice)).ToBeHiddenAsync(Patient);
        await window.WriteAsync(Foundation, "（示例）重新连接之后。");
        await AssertSamePageAsync(window);
    }

    // Random moments on both databases: SavingDrillTests.
    [Fact(Timeout = Limits.OfATest)]
    public async Task Connection_IsLostWhileTypingGoesOn_SavesWhatWasTypedMeanwhile()
    {
        using var world = await worlds.CopyAsync(Store.Sqlite);
        await using var portal = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder
        );
        await using var wire = new Wire(portal.Address);
        await using var window = await EditAsync(wire.Address);
        await window.WriteAsync(Foundation, "（示例）断线之前。");

        wire.Cut();
        await Assertions.Expect(window.Page.Locator(Notice)).ToBeVisibleAsync();
        await window.Page.Locator(Advantages).FillAsync(Typed);
        await window.Page.Locator(Foundation).FillAsync("（示例）断线之中改过。");
        await Assertions.Expect(window.Page.Locator("[data-typed=down]")).ToBeVisibleAsync();
        await window.ScreenshotAsync("resilience/typed-while-lost");
        wire.MendTo(portal.Address);

        await Assertions.Expect(window.Page.Locator(Notice)).ToBeHiddenAsync(Patient);
        await window.SavedAsync();
        await AssertSamePageAsync(window);
        await using var fresh = await browser.EnterAsync(
            portal.Address,
            Drafter,
            new Uri(window.Page.Url).PathAndQuery
        );
        await Assertions.Expect(fresh.Page.Locator(Advantages)).ToHaveValueAsync(Typed);
        await Assertions
            .Expect(fresh.Page.Locator(Foundation))
            .ToHaveValueAsync("（示例）断线之中改过。");
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task TimeLimit_HasPassed_ResumesWithWhatWasTyped()
    {
        await using var portal = await worlds.StartAsync(settings: Forgetful);
        await using var wire = new Wire(portal.Address);
        await using var window = await EditAsync(wire.Address);

        await LoseAsync(window, wire);
        wire.MendTo(portal.Address);

        await AssertResumedAsync(window);
    }

    [Theory(Timeout = Limits.OfATest)]
    [InlineData("Database")]
    [InlineData("Redis")]
    public async Task TimeLimit_HasPassed_ResumesOnAnotherNode(string store)
    {
        using var world = await worlds.CopyAsync(Store.PostgreSql);
        await using var redis = store == "Redis" ? await RedisServer.StartAsync() : null;
        var settings = new Dictionary<string, string>(world.Settings)
        {
            ["Circuits:Retention"] = Forgetful["Circuits:Retention"],
            ["Circuits:Store"] = store,
            ["ConnectionStrings:Redis"] = redis?.ConnectionString ?? "",
        };
        await using var first = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            settings,
            world.Folder
        );
        await using var second = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            settings,
            world.Folder
        );
        await using var wire = new Wire(first.Address);
        await using var window = await EditAsync(wire.Address);

        await LoseAsync(window, wire);
        // It is taken out again by the node that resumes the page.
        await Waiting.UntilAsync(
            async () => (redis is null ? await KeptInAsync(world) : await redis.CountAsync()) == 1,
            $"kept in {store}",
            TimeSpan.FromMinutes(1),
            TestContext.Current.CancellationToken
        );
        wire.MendTo(second.Address);

        await AssertResumedAsync(window);
    }

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Worlds.Stores), MemberType = typeof(Worlds))]
    public async Task Server_IsRestarted_ResumesWithWhatWasTyped(Store store)
    {
        using var world = await worlds.CopyAsync(store);
        await using var first = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder
        );
        await using var window = await EditAsync(first.Address);
        await window.Page.Locator(Advantages).FillAsync(Typed);

        await first.DisposeAsync();
        await Assertions
            .Expect(window.Page.Locator(Notice))
            .ToContainTextAsync("系统正在重新启动，稍后自动回到本页");
        await window.ScreenshotAsync($"resilience/restart-{store}");
        await using var second = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder,
            first.Address
        );

        await AssertResumedAsync(window);
    }

    private static LocatorAssertionsToBeHiddenOptions Patient => new() { Timeout = 60_000 };

    /// <summary>Types and loses the line before it is saved, until the circuit is given up.</summary>
    private static async Task LoseAsync(PortalPage window, Wire wire)
    {
        await window.Page.Locator(Advantages).FillAsync(Typed);
        // It has reached the server once the page says that it is not saved yet.
        await window.Page.Locator(Advantages).PressAsync("Tab");
        wire.Cut();
        await window.Page.WaitForSelectorAsync(
            $"{Notice}.components-reconnect-retrying",
            new() { Timeout = 60_000 }
        );
    }

    /// <summary>The same page, not one opened anew, with what was typed, which is saved now.</summary>
    private static async Task AssertResumedAsync(PortalPage window)
    {
        await Assertions.Expect(window.Page.Locator(Notice)).ToBeHiddenAsync(Patient);
        await window.WaitUntilReadyAsync();
        await Assertions.Expect(window.Page.Locator(Advantages)).ToHaveValueAsync(Typed);
        // The page is drawn anew first, which takes its time beside other work.
        await Assertions
            .Expect(window.Page.Locator("[data-save]").First)
            .ToHaveAttributeAsync("data-save", "saved", new() { Timeout = Patient.Timeout });
        await AssertSamePageAsync(window);
        await window.Page.ReloadAsync();
        await window.WaitUntilReadyAsync();
        await Assertions.Expect(window.Page.Locator(Advantages)).ToHaveValueAsync(Typed);
    }

    /// <summary>How many pages have left their state in the database.</summary>
    private static async Task<long> KeptInAsync(World world)
    {
        await using var connection = new NpgsqlConnection(
            world.Settings["ConnectionStrings:Portal"]
        );
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """SELECT COUNT(*) FROM "CacheEntries" """,
            connection
        );
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task AssertSamePageAsync(PortalPage window) =>
        Assert.True(await window.Page.EvaluateAsync<bool>("window.sameDocument === true"));

    private async Task<PortalPage> EditAsync(Uri address)
    {
        var window = await browser.EnterAsync(address, Drafter, "/applications");
        var path = await window
            .Page.GetByRole(AriaRole.Link, new() { Name = "去修改" })
            .GetAttributeAsync("href");
        await window.GoToAsync(path!);
        await window.Page.EvaluateAsync("window.sameDocument = true");
        return window;
    }
}
