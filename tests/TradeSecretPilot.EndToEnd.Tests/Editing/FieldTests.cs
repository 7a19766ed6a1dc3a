using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Editing;

/// <summary>What is typed or pasted into a plan is kept as it stands there, or stays on screen with the reason.</summary>
public sealed class FieldTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Foundation = "[data-field=foundation]";

    [Fact(Timeout = Limits.OfATest)]
    public async Task Type_FiguresAndTexts_AreKeptWhole_OrStayWithTheirReason()
    {
        using var world = await worlds.CopyAsync(Store.Sqlite);
        await using var portal = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder
        );
        await using var window = await browser.EnterAsync(portal.Address, Drafter);
        await window.MoveClockToAsync(new DateOnly(2022, 4, 25));
        await window.GoToAsync("/applications");
        var path = await window
            .Page.GetByRole(AriaRole.Link, new() { Name = "去修改" })
            .GetAttributeAsync("href");
        await window.GoToAsync($"{path}?part=3");
        var funding = window.Page.Locator("[data-field^=support][data-field$=funding]").First;
        var staff = window.Page.Locator("[data-field^=support][data-field$=staff]").First;

        await funding.FillAsync("");
        await funding.PressSequentiallyAsync("1,200.5");
        await Assertions.Expect(funding).ToHaveValueAsync("1,200.5");
        await funding.PressAsync("Tab");
        await Assertions.Expect(funding).ToHaveValueAsync("1200.5");
        await window.SavedAsync();

        await staff.FillAsync("-5");
        await staff.PressAsync("Tab");
        await window.SeesAsync("须在0至100,000人之间");
        await Assertions.Expect(staff).ToHaveAttributeAsync("aria-invalid", "true");
        await window.SeesAsync("1处填写的不能识别，请改正");
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("editing/figure-refused");

        // What is no value was never sent: the browser kept it, and it comes back as it was typed.
        await window.GoToAsync($"{path}?part=3");
        await Assertions.Expect(funding).ToHaveValueAsync("1200.5");
        await Assertions.Expect(staff).ToHaveValueAsync("-5");
        await window.SeesAsync("须在0至100,000人之间");
        await staff.FillAsync("１２人");
        await staff.PressAsync("Tab");
        await Assertions.Expect(staff).ToHaveValueAsync("12");
        await window.SavedAsync();

        await window.GoToAsync($"{path}?part=1");
        var text = "\uf0b7 已有站点12个" + new string('长', 8_000);
        await window.WriteAsync(Foundation, text);
        await Assertions.Expect(window.Page.Locator(Foundation)).ToHaveValueAsync("•" + text[1..]);
        await window.SeesAsync("超出9字，请精简到8000字以内");
        await window.SeesAsync("“工作基础”超出9字");
        await window.ScreenshotAsync("editing/text-too-long");
        await window.GoToAsync($"{path}?part=1");
        await Assertions.Expect(window.Page.Locator(Foundation)).ToHaveValueAsync("•" + text[1..]);
        window.AssertNoComplaints();
    }

    /// <summary>Text put into the field in the very moment in which it can be written in, before the page has begun to keep it.</summary>
    [Fact(Timeout = Limits.OfATest)]
    public async Task Type_BeforeThePageHasBegunToKeep_IsKept()
    {
        const string early = "（示例）页面一打开就写下的话。";
        await using var portal = await worlds.StartAsync();
        await using var window = await browser.EnterAsync(portal.Address, Drafter, "/applications");
        var path = await window
            .Page.GetByRole(AriaRole.Link, new() { Name = "去修改" })
            .GetAttributeAsync("href");
        await window.Page.AddInitScriptAsync(
            $$"""
            new MutationObserver((_, watch) => {
                const field = document.querySelector('#main > :not(.held) {{Foundation}}');
                if (field?.value && !field.matches(':disabled')) {
                    watch.disconnect();
                    field.focus();
                    field.value = '{{early}}';
                    window.early = document.querySelector('[data-save]').dataset.typed === undefined;
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                }
            }).observe(document, { childList: true, subtree: true });
            """
        );

        await window.GoToAsync(path!);
        await window.Page.WaitForFunctionAsync("() => window.early !== undefined");
        Assert.True(await window.Page.EvaluateAsync<bool>("window.early"));
        await Assertions.Expect(window.Page.Locator(Foundation)).ToHaveValueAsync(early);
        // Not before the browser has begun to say anything: the page opens with a plan that is saved.
        await Assertions
            .Expect(window.Page.Locator("[data-save=saved][data-typed='']"))
            .ToHaveCountAsync(1);

        await using var fresh = await browser.EnterAsync(portal.Address, Drafter, path!);
        await Assertions.Expect(fresh.Page.Locator(Foundation)).ToHaveValueAsync(early);
        window.AssertNoComplaints();
    }
}
