using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Lifecycle;

/// <summary>From the returned plan to two letters of forwarding.</summary>
public sealed partial class LifecycleJourney
{
    private const string Foundation = "[data-field=foundation]";
    private const string Note = "请写明近三年查处的商业秘密案件数量。";
    private const string OtherCode = "339109";

    /// <summary>The drafter mends what was returned, the approver submits, anyone verifies the receipt.</summary>
    private async Task<string> ApplyAsync()
    {
        var application = "";
        await AsAsync(
            Drafter,
            "/applications",
            async window =>
            {
                var page = window.Page;
                await PictureAsync(window, "own-application", phone: true);
                await page.GetByRole(AriaRole.Link, new() { Name = "去修改" }).ClickAsync();
                await page.WaitForURLAsync("**/edit");
                application = new Uri(page.Url).Segments[^2].TrimEnd('/');
                await window.GoToAsync($"/applications/{application}/edit");
                var text = "（示例）2019年以来建成商业秘密保护联系点12个，办结案件9件。";
                await window.WriteAsync(Foundation, text);
                await PictureAsync(window, "editor-saved", phone: true);

                await window.GoToAsync($"/applications/{application}/edit");
                await Assertions.Expect(page.Locator(Foundation)).ToHaveValueAsync(text);
            }
        );
        await SubmitAsync(application, 2);
        return application;
    }

    /// <summary>The province returns it with a comment on a field; it is mended beside the comment and recommended.</summary>
    private async Task ReviewAndResubmitAsync(string application)
    {
        await AsAsync(
            HomeReviewer,
            $"/review/{application}",
            async window =>
            {
                await CheckAllAsync(window);
                await PictureAsync(window, "review", phone: true);
                await window.Page.GetByLabel("批注的位置").SelectOptionAsync("foundation");
                await window.Page.GetByLabel("要修改什么").FillAsync(Note);
                await window.SavedAsync();
                // Another machine, or the same one after a power cut: the comment is on the server.
                await window.GoToAsync($"/review/{application}");
                await window.SeesAsync(Note);
                await window.PressAsync("退回修改，附1条批注");
                await window.ConfirmAsync(
                    "退回修改，附1条批注",
                    "工作基础中的数字无法核验，请补充后重新提交。"
                );
                await window.SeesAsync($"已退回{Region}修改，附1条批注。");
            }
        );
        await AsAsync(
            Drafter,
            $"/applications/{application}/edit",
            async window =>
            {
                var note = window.Page.Locator($".pair:has({Foundation}) .note");
                await Assertions.Expect(note).ToContainTextAsync(Note);
                await PictureAsync(window, "comment-beside-the-field", phone: true);
                await window.WriteAsync(
                    Foundation,
                    "（示例）2019年至2021年办结商业秘密案件分别为2件、3件、4件。"
                );
                await Assertions.Expect(note).ToContainTextAsync("已修改");
                await window.PressAsync("标为已处理，退回意见1");
                await Assertions.Expect(note).ToContainTextAsync("标为已处理");
                await Assertions
                    .Expect(window.Page.Locator(".rail"))
                    .ToContainTextAsync("已全部处理");
                await PictureAsync(window, "comment-ticked-off");
            }
        );
        await SubmitAsync(application, 3);
        await AsAsync(
            HomeReviewer,
            $"/review/{application}",
            async window =>
            {
                await window.SeesAsync("1条标为已处理");
                await CheckAllAsync(window);
                await window
                    .Page.GetByLabel("初审意见")
                    .And(window.Page.Locator("textarea"))
                    .FillAsync("（示例）修改到位，目标可以核验，建议推荐。");
                await window.PressAsync("推荐");
                await window.ConfirmAsync("推荐");
                await window.SeesAsync($"已推荐{Region}。");
                await PictureAsync(window, "recommended");
            }
        );
    }

    /// <summary>The approver confirms in the government's name; the receipt can be verified by anyone.</summary>
    private async Task SubmitAsync(string application, int version)
    {
        var receipt = "";
        await AsAsync(
            Approver,
            $"/applications/{application}/edit",
            async window =>
            {
                await window.PressAsync("重新提交");
                await PictureAsync(window, "confirm-submission");
                await window.ConfirmAsync($"提交第{version}版");
                await CountedAsync("SubmitApplication");
                receipt = await window.Page.Locator(".receipt dd b").First.InnerTextAsync();
                await PictureAsync(window, "receipt", phone: true);
            }
        );
        await AnonymouslyAsync(
            "/verify",
            async window =>
            {
                await window.Page.GetByLabel("回执编号").FillAsync(receipt);
                await window
                    .Page.GetByRole(AriaRole.Button, new() { Name = "核验", Exact = true })
                    .ClickAsync();
                await window.SeesAsync("回执真实有效");
                await window.SeesAsync(receipt);
                await window.SeesAsync($"第{version}版");
                await PictureAsync(window, "verified", phone: true);
            }
        );
    }

    private static async Task CheckAllAsync(PortalPage window)
    {
        foreach (var check in await window.Page.Locator(".checks li").AllAsync())
        {
            await check.Locator("label").First.ClickAsync();
            await Assertions.Expect(check.Locator("input").First).ToBeCheckedAsync();
        }
    }

    /// <summary>Ranks by keyboard, closes the province's own window in front of a late approver, and forwards.</summary>
    private async Task RankAndForwardAsync()
    {
        await AsAsync(
            HomeReviewer,
            "/ranking",
            async window =>
            {
                await RankByKeyboardAsync(window.Page, "示例子市", Region);
                await window.Page.Keyboard.PressAsync("Alt+ArrowUp");
                await Assertions
                    .Expect(window.Page.Locator(".ranking ol li").First)
                    .ToContainTextAsync(Region);
                await window.SavedAsync();
                await PictureAsync(window, "ranking", phone: true);
            }
        );
        await AsAsync(
            HomeApprover,
            "/ranking",
            async window =>
            {
                await window.Page.Locator("input[name=deadline]").FillAsync("2022-05-10");
                await window.PressAsync("设定并通知申报地区");
                await window.ConfirmAsync("设定并通知");
                await window.SeesAsync("已设定：");
            }
        );
        await BeLateAsync();
        await ForwardAsync(HomeApprover, 2, "示例市监函〔2022〕15号");
        await AsAsync(
            "reviewer.440000",
            "/ranking",
            window => RankByKeyboardAsync(window.Page, "示例甲戊县")
        );
        await ForwardAsync("approver.440000", 1, "示例市监函〔2022〕7号");
        await AsAsync(
            WorkingGroup,
            "/forwarding",
            window => PictureAsync(window, "forwarding", phone: true)
        );
        await MoveClockAsync(5, 16);
    }

    private static async Task RankByKeyboardAsync(IPage page, params string[] regions)
    {
        foreach (var (region, i) in regions.Select((r, i) => (r, i)))
        {
            var button = page.Locator(".ranking li.un")
                .Filter(new() { HasText = region })
                .GetByRole(AriaRole.Button);
            await button.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            var row = page.Locator(".ranking ol li").Nth(i);
            await Assertions.Expect(row).ToContainTextAsync(region);
            await Assertions.Expect(row.Locator("button:focus")).ToHaveCountAsync(1);
        }
    }

    /// <summary>Somebody has the plan open, complete, when the deadline passes, and is told the instant.</summary>
    private async Task BeLateAsync() =>
        await AsAsync(
            $"local.{OtherCode}",
            "/applications",
            async window =>
            {
                await window.Page.GetByRole(AriaRole.Link, new() { Name = "去修改" }).ClickAsync();
                await window.Page.WaitForURLAsync("**/edit");
                await Assertions
                    .Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "重新提交" }))
                    .ToBeVisibleAsync();
                await MoveClockAsync(5, 11);
                await window.PressAsync("重新提交");
                await window.ConfirmAsync("提交第2版");
                var refusal = window.Page.Locator("[data-refusal]");
                await Assertions.Expect(refusal).ToContainTextAsync("截止");
                await Assertions.Expect(refusal).ToContainTextAsync("2022");
                await PictureAsync(window, "too-late", phone: true);
            }
        );

    private Task ForwardAsync(string account, int regions, string letter) =>
        AsAsync(
            account,
            "/ranking",
            async window =>
            {
                await window.Page.Locator("[name=letter]").FillAsync(letter);
                await window.PressAsync($"上报{regions}个地区");
                await PictureAsync(window, "confirm-forwarding");
                await window.ConfirmAsync($"上报{regions}个地区");
                await window.SeesAsync($"已上报{regions}个地区");
                await CountedAsync("ForwardApplications");
                await PictureAsync(window, "forwarded");
            }
        );
}
