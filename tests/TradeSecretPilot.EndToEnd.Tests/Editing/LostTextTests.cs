using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Editing;

/// <summary>Wherever people write at length, whoever's passage was replaced by another window is told and can put it back.</summary>
public sealed class LostTextTests(Browser browser, Worlds worlds)
{
    private const string Mine = "（示例）写了一上午的话。";
    private const string Theirs = "（示例）另一个窗口的说法。";
    private const float Patience = 60_000;

    public static TheoryData<string> Desks => [.. Desk.All.Keys];

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Desks))]
    public async Task AnotherWindow_ReplacesAText_ItsAuthorIsToldAndPutsItBack(string name)
    {
        var desk = Desk.All[name];
        await using var portal = await worlds.StartAsync(day: desk.Day);
        await using var one = await desk.OpenAsync(browser, portal.Address);
        var field = one.Page.Locator(desk.Field);
        await field.FillAsync(Mine);
        await one.SavedAsync();
        // Where the text stands beside its field too, it is what is kept.
        var beside = one.Page.Locator(".panel .notes li, h1", new() { HasText = "写了一上午的话" });
        await using var other = await one.AnotherAsync(new Uri(one.Page.Url).PathAndQuery);
        await Assertions.Expect(other.Page.Locator(desk.Field)).ToHaveValueAsync(Mine);
        await other.Page.Locator(desk.Field).FillAsync(Theirs);
        await other.SavedAsync();

        var notice = one.Page.Locator(".notice").Filter(new() { HasText = "您写的1处内容" });
        await Assertions.Expect(notice).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(beside).ToHaveCountAsync(0);
        await notice.GetByText("先看内容").ClickAsync();
        await Assertions.Expect(notice).ToContainTextAsync("写了一上午的话");
        await one.AssertAccessibleAsync();
        await one.ScreenshotAsync($"editing/lost-{name.Replace(' ', '-')}");
        await one.PressAsync("放回我写的内容");
        // It comes back from the server; until then the page is as saved as before.
        await Assertions.Expect(field).ToHaveValueAsync(new Regex("写了一上午的话"));
        await one.SavedAsync();

        await using var fresh = await one.AnotherAsync(new Uri(one.Page.Url).PathAndQuery);
        var held = await fresh.Page.Locator(desk.Field).InputValueAsync();
        Assert.Contains("写了一上午的话", held, StringComparison.Ordinal);
        Assert.Equal(await field.InputValueAsync(), held);
    }
}
