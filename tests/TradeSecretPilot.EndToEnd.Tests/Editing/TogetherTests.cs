using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Editing;

/// <summary>Two people, and two windows of one person, at work on one plan.</summary>
public sealed class TogetherTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Approver = "local.339104";
    private const string Foundation = "[data-field=foundation]";
    private const string Advantages = "[data-field=advantages]";
    private const float Patience = 60_000;

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Worlds.Stores), MemberType = typeof(Worlds))]
    public async Task TwoPeople_SeeWhereTheOtherIs_AndBothAreKept(Store store)
    {
        await using var portal = await worlds.StartAsync(store);
        var path = await EditorAsync(portal.Address);
        await using var one = await browser.EnterAsync(portal.Address, Drafter, path);
        await using var other = await browser.EnterAsync(portal.Address, Approver, path);
        await one.WriteAsync(Foundation, "（示例）第一句。（示例）第二句。");
        await one.SavedAsync();
        await other.GoToAsync(path);

        await one.Page.Locator(Advantages).FocusAsync();
        await Assertions
            .Expect(other.Page.Locator(".nearby"))
            .ToContainTextAsync("正在编辑“一、基础和优势”", new() { Timeout = Patience });
        await Assertions.Expect(other.Page.Locator(".nearby-mark")).ToHaveCountAsync(1);
        await other.AssertAccessibleAsync();
        await other.ScreenshotAsync("editing/nearby");

        // Different sentences of one field at the same time, then different fields.
        await Task.WhenAll(
            one.Page.Locator(Foundation).FillAsync("（示例）起草人改第一句。（示例）第二句。"),
            other.Page.Locator(Foundation).FillAsync("（示例）第一句。（示例）审定人改第二句。")
        );
        await Task.WhenAll(one.SavedAsync(), other.SavedAsync());
        await Task.WhenAll(
            one.Page.Locator(Advantages).FillAsync("（示例）起草人写优势。"),
            other.Page.Locator("[data-field=foundation]").PressAsync("Control+End")
        );
        await other.Page.Keyboard.TypeAsync("（示例）审定人加第三句。");
        await Task.WhenAll(one.SavedAsync(), other.SavedAsync());

        await using var fresh = await browser.EnterAsync(portal.Address, Drafter, path);
        await Assertions
            .Expect(fresh.Page.Locator(Foundation))
            .ToHaveValueAsync(
                "（示例）起草人改第一句。（示例）审定人改第二句。（示例）审定人加第三句。"
            );
        await Assertions
            .Expect(fresh.Page.Locator(Advantages))
            .ToHaveValueAsync("（示例）起草人写优势。");
    }

    [Theory(Timeout = Limits.OfATest)]
    [InlineData("保留我的修改，存到对方的内容之上", "（示例）审定人的说法。")]
    [InlineData("载入对方的内容，我的修改另行保留", "（示例）起草人的说法。")]
    public async Task TwoPeople_ChangeTheSamePassage_OneChooses(string choice, string kept)
    {
        await using var portal = await worlds.StartAsync();
        var path = await EditorAsync(portal.Address);
        await using var one = await browser.EnterAsync(portal.Address, Drafter, path);
        await one.WriteAsync(Advantages, "（示例）原来的说法。");
        await one.SavedAsync();
        await using var other = await browser.EnterAsync(portal.Address, Approver, path);
        await Assertions
            .Expect(other.Page.Locator(Advantages))
            .ToHaveValueAsync("（示例）原来的说法。");
        await one.WriteAsync(Advantages, "（示例）起草人的说法。");
        await one.SavedAsync();

        await other.Page.Locator(Advantages).FillAsync("（示例）审定人的说法。");
        await other.PressAsync(choice);
        await other.SavedAsync();

        await Assertions.Expect(other.Page.Locator(Advantages)).ToHaveValueAsync(kept);
        await using var fresh = await browser.EnterAsync(portal.Address, Drafter, path);
        await Assertions.Expect(fresh.Page.Locator(Advantages)).ToHaveValueAsync(kept);
    }

    /// <summary>What a window only takes over is not written again: two open windows would go on saving for ever.</summary>
    [Theory(Timeout = Limits.OfATest)]
    [InlineData("plan", "SaveWorkPlan")]
    [InlineData("report", "SaveReport")]
    [InlineData("review", "SaveReview")]
    public async Task OneWindowSaves_TheOtherTakesItOver_AndNothingIsSavedAgain(
        string desk,
        string act
    )
    {
        await using var sessions = new SessionCollector();
        var (account, list, link, field, day) = desk switch
        {
            "plan" => (
                Drafter,
                "/applications",
                "main a[href$='/edit']",
                Foundation,
                (DateOnly?)null
            ),
            "report" => (
                "drafter.",
                "/reports",
                "main a[href$='/edit']",
                "[data-field=summary]",
                Worlds.Winter
            ),
            _ => (
                "reviewer.330000",
                "/applications",
                "main a[href^='/review/']",
                "#opinion-text",
                (DateOnly?)null
            ),
        };
        await using var portal = await worlds.StartAsync(Store.PostgreSql, sessions.Settings, day);
        await using var one = await browser.EnterAsync(portal.Address, account, list);
        var path = (await one.Page.Locator(link).First.GetAttributeAsync("href"))!;
        await one.GoToAsync(path);
        await using (var other = await one.AnotherAsync(path))
        {
            await one.Page.Locator(field).FillAsync("（示例）一个窗口写下的话。");
            await one.SavedAsync();
            await Assertions
                .Expect(other.Page.Locator(field))
                .ToHaveValueAsync("（示例）一个窗口写下的话。", new() { Timeout = Patience });

            // Whoever leaves a page saves what it holds and the server does not.
            await other.MoveToAsync("/inbox");
        }

        await one.MoveToAsync("/inbox");
        await portal.DisposeAsync();
        Assert.Equal(1, sessions.CountOf(act));
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Colleague_EmptiesAField_ItsEarlierTextIsPutBack()
    {
        await using var portal = await worlds.StartAsync();
        var path = await EditorAsync(portal.Address);
        await using var one = await browser.EnterAsync(portal.Address, Drafter, path);
        await one.WriteAsync(Advantages, "（示例）写了一上午的优势。");
        await one.SavedAsync();
        await using var other = await browser.EnterAsync(portal.Address, Approver, path);
        await other.WriteAsync(Advantages, "");
        await other.SavedAsync();

        var lost = one
            .Page.Locator(".notice")
            .Filter(new() { HasText = "您写的1处内容被后来保存的修改替换了" });
        await Assertions.Expect(lost).ToBeVisibleAsync(new() { Timeout = Patience });
        await lost.GetByText("先看内容").ClickAsync();
        await Assertions.Expect(lost).ToContainTextAsync("写了一上午的优势");
        await one.AssertAccessibleAsync();
        await one.ScreenshotAsync("editing/lost");
        await one.Page.SetViewportSizeAsync(390, 844);
        await one.ScreenshotAsync("editing/lost-phone");
        await one.AssertAccessibleAsync();
        await one.Page.SetViewportSizeAsync(1440, 900);

        await one.Page.GetByRole(AriaRole.Link, new() { Name = "修改记录" }).ClickAsync();
        await Assertions
            .Expect(one.Page.Locator("h1"))
            .ToContainTextAsync("工作方案的修改记录", new() { Timeout = Patience });
        await one.Page.Locator("a[href*='?draft=']").First.ClickAsync();
        await Assertions
            .Expect(one.Page.Locator("del").Filter(new() { HasText = "写了一上午的优势" }))
            .ToBeVisibleAsync();
        await one.AssertAccessibleAsync();
        await one.ScreenshotAsync("editing/drafts");
        await one.PressAsync("恢复到这一次");
        await one.ConfirmAsync("恢复这个文本");
        await one.SeesAsync("恢复之前的文本已留存在下面");

        await one.GoToAsync(path);
        await Assertions
            .Expect(one.Page.Locator(Advantages))
            .ToHaveValueAsync("（示例）写了一上午的优势。");
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task SignOut_WithTypingThatIsNotSaved_AsksFirst()
    {
        await using var portal = await worlds.StartAsync();
        var path = await EditorAsync(portal.Address);
        await using var window = await browser.EnterAsync(portal.Address, Drafter, path);
        await window.GoToAsync($"{path}?part=3");
        var staff = window.Page.Locator("[data-field^=support][data-field$=staff]").First;
        await staff.FillAsync("十几");
        await staff.PressAsync("Tab");
        await Assertions.Expect(staff).ToHaveAttributeAsync("aria-invalid", "true");

        var question = window.Page.Locator("#sign-out-question");
        await SignOutAsync(window);
        await Assertions.Expect(question).ToBeVisibleAsync();
        await Assertions.Expect(question).ToContainTextAsync("1处内容");
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("editing/sign-out");
        await question.GetByRole(AriaRole.Button, new() { Name = "暂不退出" }).ClickAsync();
        await Assertions.Expect(question).ToBeHiddenAsync();
        await Assertions.Expect(staff).ToHaveValueAsync("十几");

        await SignOutAsync(window);
        await question.GetByRole(AriaRole.Button, new() { Name = "清除并退出" }).ClickAsync();
        await window.Page.WaitForURLAsync(address => !address.Contains("/edit"));
        Assert.Equal(
            0,
            await window.Page.EvaluateAsync<int>(
                "Object.keys(localStorage).filter(k => k.startsWith('tsp.draft.')).length"
            )
        );
    }

    private static async Task SignOutAsync(PortalPage window)
    {
        await window.Page.Locator(".who-menu summary").ClickAsync();
        await window
            .Page.Locator(".who-menu")
            .GetByRole(AriaRole.Button, new() { Name = "退出登录" })
            .ClickAsync();
    }

    private async Task<string> EditorAsync(Uri portal)
    {
        await using var window = await browser.EnterAsync(portal, Drafter, "/applications");
        return await window.FirstEditorAsync();
    }
}
