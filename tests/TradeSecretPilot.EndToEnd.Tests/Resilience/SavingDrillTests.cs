using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Editing;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Resilience;

/// <summary>
/// Somebody types while the line breaks, the browser is offline, the server is killed or the window is closed, at a random
/// moment: nothing is lost that was ever shown as saved, and nothing that was typed into a page that stayed open (<see cref="Drill"/>).
/// </summary>
public sealed class SavingDrillTests(Browser browser, Worlds worlds)
{
    private const string Notice = "#components-reconnect-modal";
    private const float Patience = 90_000;

    /// <summary>Characters after which a field is begun anew: the reason of a selection has room for 300.</summary>
    private const int Enough = 200;

    /// <summary>Notes what stood in the field whenever the page said that all was saved.</summary>
    private const string Watch = """
        selector => {
            window.sameDocument = true;
            window.shown = '';
            const note = () => {
                const field = document.querySelector(selector);
                if (field && document.querySelector("[data-save=saved][data-typed='']")) {
                    window.shown = field.value;
                }
            };
            new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
        }
        """;

    private readonly Drill _drill = new();

    [Theory(Timeout = Limits.OfADrill)]
    [InlineData("review", Store.Sqlite, 2)]
    [InlineData("report", Store.PostgreSql, 2)]
    [InlineData("plan", Store.PostgreSql, 5)]
    [InlineData("score sheet", Store.Sqlite, 5)]
    [InlineData("selection", Store.Sqlite, 2)]
    [InlineData("plan", Store.Sqlite, 12)]
    [InlineData("plan", Store.PostgreSql, 40)]
    public Task Line_IsDown_WhileTypingGoesOn(string desk, Store store, int seconds) =>
        DrillAsync(
            store,
            Desk.All[desk],
            async (window, wire, portal) =>
            {
                wire.Cut();
                await LastAsync(seconds);
                wire.MendTo(portal);
                return window;
            }
        );

    [Theory(Timeout = Limits.OfADrill)]
    [MemberData(nameof(Worlds.Stores), MemberType = typeof(Worlds))]
    public Task Browser_IsOffline_WhileTypingGoesOn(Store store) =>
        DrillAsync(
            store,
            Desk.Plan,
            async (window, _, _) =>
            {
                await window.Page.Context.SetOfflineAsync(true);
                await LastAsync(_drill.Random.Next(2, 8));
                await window.Page.Context.SetOfflineAsync(false);
                return window;
            }
        );

    [Theory(Timeout = Limits.OfADrill)]
    [MemberData(nameof(Worlds.Stores), MemberType = typeof(Worlds))]
    public async Task Server_IsKilled_UpToTwoSecondsAfterAKeystroke(Store store)
    {
        using var world = await worlds.CopyAsync(store);
        var portal = await StartAsync(world, null);
        try
        {
            await using var window = await Desk.Plan.OpenAsync(browser, portal.Address);
            var field = window.Page.Locator(Desk.Plan.Field);
            var path = new Uri(window.Page.Url).PathAndQuery;
            for (var round = 1; round <= Drill.Rounds; round++)
            {
                await window.Page.EvaluateAsync(Watch, Desk.Plan.Field);
                await TypeAsync(field, _drill.Words(round));
                var typed = await field.InputValueAsync();
                await Task.Delay(_drill.Random.Next(2_000), TestContext.Current.CancellationToken);
                var shown = await window.Page.EvaluateAsync<string>("window.shown");
                await portal.DisposeAsync();
                portal = await StartAsync(world, portal.Address);

                await AssertHeldAsync(
                    Desk.Plan,
                    portal.Address,
                    path,
                    text => Assert.StartsWith(shown, text)
                );
                await window.Page.WaitForFunctionAsync(
                    "() => !window.sameDocument",
                    null,
                    new() { Timeout = Patience }
                );
                await window.WaitUntilReadyAsync();
                await Assertions
                    .Expect(field)
                    .ToHaveValueAsync(typed, new() { Timeout = Patience });
                await SettleAsync(window);
                await AssertHeldAsync(
                    Desk.Plan,
                    portal.Address,
                    path,
                    text => Assert.Equal(typed, text)
                );
            }
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    [Theory(Timeout = Limits.OfADrill)]
    [MemberData(nameof(Worlds.Stores), MemberType = typeof(Worlds))]
    public async Task Window_IsClosed_WhileTyping(Store store)
    {
        using var world = await worlds.CopyAsync(store);
        await using var portal = await StartAsync(world, null);
        for (var round = 1; round <= Drill.Rounds; round++)
        {
            var window = await Desk.Plan.OpenAsync(browser, portal.Address);
            await window.Page.EvaluateAsync(Watch, Desk.Plan.Field);
            var path = new Uri(window.Page.Url).PathAndQuery;
            var typing = TypeAsync(window.Page.Locator(Desk.Plan.Field), _drill.Words(round));
            await Task.Delay(_drill.Random.Next(3_000), TestContext.Current.CancellationToken);
            var shown = await window.Page.EvaluateAsync<string>("window.shown");
            await window.DisposeAsync();
            await Record.ExceptionAsync(() => typing);

            await AssertHeldAsync(
                Desk.Plan,
                portal.Address,
                path,
                text => Assert.StartsWith(shown, text)
            );
        }
    }

    /// <summary>Types while the disturbance goes on, and expects the page to stay and to have everything in the end.</summary>
    private async Task DrillAsync(
        Store store,
        Desk desk,
        Func<PortalPage, Wire, Uri, Task<PortalPage>> disturb
    )
    {
        Drill.Tell();
        using var world = await worlds.CopyAsync(store, desk.Day);
        await using var portal = await StartAsync(world, null);
        await using var wire = new Wire(portal.Address);
        await using var window = await desk.OpenAsync(browser, wire.Address);
        var field = window.Page.Locator(desk.Field);
        await window.Page.EvaluateAsync(Watch, desk.Field);
        var path = new Uri(window.Page.Url).PathAndQuery;
        for (var round = 1; round <= Drill.Rounds; round++)
        {
            if ((await field.InputValueAsync()).Length > Enough)
            {
                await field.FillAsync("（示例）");
                await SettleAsync(window);
            }

            var expected = await field.InputValueAsync() + _drill.Words(round);
            var typing = TypeAsync(field, expected[(await field.InputValueAsync()).Length..]);
            await Task.Delay(_drill.Random.Next(1_500), TestContext.Current.CancellationToken);
            await disturb(window, wire, portal.Address);
            await typing;

            await SettleAsync(window);
            Assert.True(await window.Page.EvaluateAsync<bool>("window.sameDocument === true"));
            await Assertions.Expect(field).ToHaveValueAsync(expected);
            await AssertHeldAsync(desk, portal.Address, path, text => Assert.Equal(expected, text));
        }
    }

    private static Task<PortalProcess> StartAsync(World world, Uri? address) =>
        PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder,
            address,
            stopSignal: "KILL"
        );

    /// <summary>The line is back, and the page says that the server holds everything.</summary>
    private static async Task SettleAsync(PortalPage window)
    {
        await Assertions
            .Expect(window.Page.Locator(Notice))
            .ToBeHiddenAsync(new() { Timeout = Patience });
        await Assertions
            .Expect(window.Page.Locator("[data-save=saved][data-typed='']"))
            .ToHaveCountAsync(1, new() { Timeout = Patience });
    }

    /// <summary>Looks with other eyes: what a browser that has kept nothing is given.</summary>
    private async Task AssertHeldAsync(Desk desk, Uri address, string path, Action<string> check)
    {
        await using var fresh = await browser.EnterAsync(address, desk.Account, path);
        check(await fresh.Page.Locator(desk.Field).InputValueAsync());
    }

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.PressAsync("Control+End");
        await field.PressSequentiallyAsync(text, new() { Delay = 30 });
    }

    /// <summary>How long the disturbance is.</summary>
    private static Task LastAsync(int seconds) =>
        Task.Delay(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);
}
