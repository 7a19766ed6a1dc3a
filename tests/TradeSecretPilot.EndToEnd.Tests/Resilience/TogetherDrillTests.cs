using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.EndToEnd.Tests.Jobs;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Resilience;

/// <summary>
/// Two people, or two windows of one person, type into one plan at the same time: different fields, different sentences of one
/// field, or the same sentence. Both texts stand in the end, or whose was replaced has it before them (<see cref="Drill"/>).
/// </summary>
public sealed class TogetherDrillTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Approver = "local.339104";
    private const string Foundation = "[data-field=foundation]";
    private const string Advantages = "[data-field=advantages]";
    private const string Conflict = ".conflict:not([data-answered])";
    private const string KeepMine = "保留我的修改，存到对方的内容之上";
    private const string TakeTheirs = "载入对方的内容，我的修改另行保留";
    private const string PutBackMine = "放回方案中";
    private const string PutBackLost = "放回我写的内容";
    private const string Saved = "[data-save=saved][data-typed='']";
    private const float Patience = 90_000;

    /// <summary>Puts the caret behind a piece of the field's text.</summary>
    private const string CaretBehind = """
        (field, piece) => {
            field.focus();
            const at = field.value.indexOf(piece) + piece.length;
            field.setSelectionRange(at, at);
        }
        """;

    private readonly Drill _drill = new();
    private string _path = "";

    public static TheoryData<Store, bool> Pairs =>
        new()
        {
            { Store.Sqlite, false },
            { Store.PostgreSql, false },
            { Store.Sqlite, true },
            { Store.PostgreSql, true },
        };

    [Theory(Timeout = Limits.OfADrill)]
    [MemberData(nameof(Pairs))]
    public async Task Two_TypeAtTheSameTime_BothAreKept(Store store, bool onePerson)
    {
        Drill.Tell();
        await using var portal = await worlds.StartAsync(store);
        await using var one = await OpenAsync(portal.Address, Drafter);
        await using var other = onePerson
            ? await one.AnotherAsync(_path)
            : await OpenAsync(portal.Address, Approver);
        for (var round = 1; round <= Drill.Rounds; round++)
        {
            await MeetAsync(one, other, round);
            await WriteApartAsync(one, other, round);
            await MeetAsync(one, other, round);
            await WriteInOneFieldAsync(one, other, round);
            await MeetAsync(one, other, round);
            await WriteInOneSentenceAsync(one, other, round);
        }
    }

    /// <summary>Both windows come to show what is saved, and go on from a new text.</summary>
    private async Task MeetAsync(PortalPage one, PortalPage other, int round)
    {
        await AgreeAsync(one, other);
        await one
            .Page.Locator(Foundation)
            .FillAsync($"（示例）第{round}轮的第一句{_drill.Random.Next()}。（示例）第二句。");
        await other
            .Page.Locator(Advantages)
            .FillAsync($"（示例）第{round}轮{_drill.Random.Next()}。");
        await one.SavedAsync(Patience);
        await other.SavedAsync(Patience);
        await AgreeAsync(one, other);
    }

    /// <summary>What one window saves the other takes over by itself, until both show what is kept.</summary>
    private async Task AgreeAsync(PortalPage one, PortalPage other)
    {
        await using var fresh = await one.AnotherAsync(_path);
        var isOld = false;
        await Waiting.UntilAsync(
            async () =>
            {
                if (isOld)
                {
                    // What was kept a moment ago may have been on its way to be replaced.
                    await fresh.Page.ReloadAsync();
                    await fresh.WaitUntilReadyAsync();
                }

                isOld = true;
                foreach (var field in new[] { Foundation, Advantages })
                {
                    var held = await fresh.Page.Locator(field).InputValueAsync();
                    foreach (var window in new[] { one, other })
                    {
                        if (await window.Page.Locator(field).InputValueAsync() != held)
                        {
                            return false;
                        }
                    }
                }

                return true;
            },
            "the same in both windows and in what is kept",
            TimeSpan.FromMilliseconds(Patience),
            TestContext.Current.CancellationToken
        );
    }

    private async Task WriteApartAsync(PortalPage one, PortalPage other, int round)
    {
        var (mine, theirs) = (_drill.Words(round), _drill.Words(round));
        await Task.WhenAll(
            TypeAsync(one, Foundation, "第二句。", mine),
            TypeAsync(other, Advantages, "。", theirs)
        );
        await one.SavedAsync(Patience);
        await other.SavedAsync(Patience);
        await AssertHeldAsync(one, Foundation, mine);
        await AssertHeldAsync(one, Advantages, theirs);
        await Assertions.Expect(one.Page.Locator(Conflict)).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.Locator(Conflict)).ToHaveCountAsync(0);
    }

    private async Task WriteInOneFieldAsync(PortalPage one, PortalPage other, int round)
    {
        var (mine, theirs) = (Part(round), Part(round));
        await Task.WhenAll(
            TypeAsync(one, Foundation, $"（示例）第{round}轮的第一句", mine),
            TypeAsync(other, Foundation, "（示例）第二句", theirs)
        );
        await one.SavedAsync(Patience);
        await other.SavedAsync(Patience);
        await Assertions.Expect(one.Page.Locator(Conflict)).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.Locator(Conflict)).ToHaveCountAsync(0);
        await AssertHeldAsync(one, Foundation, $"第一句{mine}", $"第二句{theirs}。");
    }

    private async Task WriteInOneSentenceAsync(PortalPage one, PortalPage other, int round)
    {
        var (mine, theirs) = (Part(round), Part(round));
        var sentence = $"（示例）第{round}轮的第一句";
        await Task.WhenAll(
            TypeAsync(one, Foundation, sentence, mine),
            TypeAsync(other, Foundation, sentence, theirs)
        );
        await ChooseAsync(one);
        await ChooseAsync(other);
        // What the other chose may ask the one again.
        await ChooseAsync(one);
        await AgreeAsync(one, other);
        await AssertFoundAsync(one, mine);
        await AgreeAsync(one, other);
        await AssertFoundAsync(other, theirs);
        await AssertHeldAsync(one, Foundation, mine, theirs);
    }

    /// <summary>Answers the question as often as it is put: at random, and puts back what was set aside.</summary>
    private async Task ChooseAsync(PortalPage window)
    {
        while (true)
        {
            var settled = window.Page.Locator($"{Saved}, {Conflict}");
            await Assertions.Expect(settled.First).ToBeAttachedAsync(new() { Timeout = Patience });
            if (await window.Page.Locator(Conflict).CountAsync() == 0)
            {
                return;
            }

            // It stands for a moment after it was answered; the next question is another.
            await window.Page.Locator(Conflict).EvaluateAsync("e => e.dataset.answered = ''");
            if (_drill.Random.Next(2) == 0)
            {
                await window.PressAsync(KeepMine);
            }
            else
            {
                await window.PressAsync(TakeTheirs);
                await window.PressAsync(PutBackMine);
                // Until the answer is there the page says of the text before that it is saved.
                await Assertions
                    .Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = PutBackMine }))
                    .ToHaveCountAsync(0);
            }
        }
    }

    /// <summary>The text stands in the plan, or its author is told that another took its place, and puts it back.</summary>
    private async Task AssertFoundAsync(PortalPage window, string piece)
    {
        var field = window.Page.Locator(Foundation);
        var told = window.Page.Locator("details.kept", new() { HasText = piece });
        if (!(await field.InputValueAsync()).Contains(piece, StringComparison.Ordinal))
        {
            await told.First.WaitForAsync(
                new() { State = WaitForSelectorState.Attached, Timeout = Patience }
            );
            await window.PressAsync(PutBackLost);
            await Assertions
                .Expect(field)
                .ToHaveValueAsync(new Regex(Regex.Escape(piece)), new() { Timeout = Patience });
        }

        await window.SavedAsync(Patience);
    }

    private async Task AssertHeldAsync(PortalPage window, string field, params string[] pieces)
    {
        await using var fresh = await window.AnotherAsync(_path);
        var held = await fresh.Page.Locator(field).InputValueAsync();
        Assert.All(pieces, piece => Assert.Contains(piece, held, StringComparison.Ordinal));
    }

    private async Task TypeAsync(PortalPage window, string field, string behind, string text)
    {
        var place = window.Page.Locator(field);
        await Task.Delay(_drill.Random.Next(1_000), TestContext.Current.CancellationToken);
        await place.EvaluateAsync(CaretBehind, behind);
        await place.PressSequentiallyAsync(text, new() { Delay = _drill.Random.Next(10, 80) });
    }

    /// <summary>Words within a sentence.</summary>
    private string Part(int round) =>
        _drill.Words(round).TrimEnd('。').Replace("（示例）", "，", StringComparison.Ordinal);

    private async Task<PortalPage> OpenAsync(Uri portal, string account)
    {
        var window = await browser.EnterAsync(portal, account, "/applications");
        _path = await window.FirstEditorAsync();
        await window.GoToAsync(_path);
        return window;
    }
}
