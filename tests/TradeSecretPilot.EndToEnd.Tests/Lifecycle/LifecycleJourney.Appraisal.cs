using System.Globalization;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Lifecycle;

/// <summary>From the panel to the published list.</summary>
public sealed partial class LifecycleJourney
{
    private const int Plans = 3;
    private const int SheetsPerPlan = 7;

    /// <summary>One more than a plan needs, so that each plan can spare one.</summary>
    private static readonly int[] Panel = [1, 2, 3, 5, 7, 9, 11, 13];

    /// <summary>Does not answer, so that the working group takes a plan back.</summary>
    private const int Silent = 13;

    private async Task AppraiseAsync()
    {
        await AsAsync(
            WorkingGroup,
            "/appraisal",
            async window =>
            {
                foreach (var number in Panel)
                {
                    await window
                        .Page.GetByRole(
                            AriaRole.Checkbox,
                            new() { Name = $"专家{number:00}（示例）" }
                        )
                        .CheckAsync();
                }

                await window.Page.GetByLabel("评分截止日").FillAsync("2022-06-10");
                await PictureAsync(window, "panel");
                await window.PressAsync($"组建专家组，{Panel.Length}位专家");
                await AssignAsync(window, Plans * SheetsPerPlan);
                await PictureAsync(window, "assigned", phone: true);
            }
        );
        var recused = "";
        await AsAsync(
            Expert(1),
            "/scoring",
            async window =>
            {
                var recuse = window.Page.Locator("button[aria-label^=回避]").First;
                recused = (await recuse.GetAttributeAsync("aria-label"))!["回避".Length..];
                await recuse.ClickAsync();
                await window.ConfirmAsync("回避1份方案", "（示例）曾为该地区提供咨询服务。");
                await window.SeesAsync("工作组会另派专家");
                await PictureAsync(window, "recused");
            }
        );
        await AsAsync(
            WorkingGroup,
            "/appraisal",
            async window =>
            {
                await AssignAsync(window, 1);
                await window
                    .Page.Locator(
                        $"button[aria-label^='收回指派给专家{Silent}']:not([aria-label*='{recused}'])"
                    )
                    .First.ClickAsync();
                await PictureAsync(window, "confirm-release");
                await window.ConfirmAsync("收回1份", "（示例）多次联系未回复。");
                await window.SeesAsync("请补派其他专家");
                await PictureAsync(window, "released", phone: true);
                await AssignAsync(window, 1);
            }
        );
        foreach (var number in Panel)
        {
            await AsAsync(Expert(number), "/scoring", window => ScoreAllAsync(window, number));
        }

        await AsAsync(
            WorkingGroup,
            "/appraisal",
            async window =>
            {
                await PictureAsync(window, "board", phone: true);
                await window.PressAsync("公开评分");
                await window.ConfirmAsync($"公开{Plans * SheetsPerPlan}份评分");
                await window.SeesAsync("已公开评分");
                await window.PressAsync("结束评估");
                await window.ConfirmAsync($"结束{Plans}份方案的评估");
                await window.SeesAsync("评估已结束");
            }
        );
    }

    private static string Expert(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"expert.{number:00}");

    private static async Task AssignAsync(PortalPage window, int sheets)
    {
        await window.PressAsync($"一键指派{sheets}份");
        await window.ConfirmAsync($"指派{sheets}份");
        await window.SeesAsync($"指派{sheets}份评分表");
    }

    private async Task ScoreAllAsync(PortalPage window, int number)
    {
        var page = window.Page;
        var accept = page.Locator("button[aria-label^=确认无利害关系]");
        var left = await accept.CountAsync();
        for (; left > 0; left--)
        {
            var region = (await accept.First.GetAttributeAsync("aria-label"))!;
            await accept.First.ClickAsync();
            await window.ConfirmAsync("确认，打开1份方案");
            await page.WaitForURLAsync("**/scoring/*");
            // A page begins at its heading; what is focused before that is lost.
            await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
            await ScoreByKeyboardAsync(page, region.Contains(Region) ? 92 : 80 + (number % 5));
            await window.SavedAsync();
            if (number == Panel[0])
            {
                await PictureAsync(window, "score-sheet", phone: true);
            }

            await window.PressAsync("提交评分");
            await window.ConfirmAsync("提交1份评分表");
            await window.SeesAsync("不能再改");
            await CountedAsync("SubmitScoreSheet");
            await window.GoToAsync("/scoring");
            await Assertions.Expect(accept).ToHaveCountAsync(left - 1);
        }
    }

    /// <summary>Numbers and Enter, as the sheet is made for.</summary>
    private static async Task ScoreByKeyboardAsync(IPage page, int score)
    {
        var fields = page.Locator(".criteria-score input");
        await fields.First.FocusAsync();
        var count = await fields.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await page.Keyboard.TypeAsync($"{score - i}");
            if (i < count - 1)
            {
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(fields.Nth(i + 1)).ToBeFocusedAsync();
            }
        }

        await Assertions.Expect(page.Locator(".total b")).Not.ToHaveTextAsync("–");
    }

    /// <summary>Three plans came up, so the lead amends the seats with a reason before deciding.</summary>
    private async Task SelectAndPublishAsync()
    {
        await AsAsync(
            Lead,
            "/batches",
            async window =>
            {
                await window.Page.Locator(".grid a.title").First.ClickAsync();
                await window.PressAsync("调整席位");
                var dialog = window.Page.GetByRole(AriaRole.Dialog);
                await dialog.Locator("[name=min]").FillAsync("2");
                await dialog.Locator("[name=max]").FillAsync("3");
                await dialog.Locator("[name=max]").PressAsync("Tab");
                await window.ConfirmAsync(
                    "调整为2—3个",
                    "（示例）本批次上报3个地区，席位相应减少。"
                );
                await window.SeesAsync("2—3个");
                await PictureAsync(window, "seats-amended");
            }
        );
        await AsAsync(
            WorkingGroup,
            "/selection",
            async window =>
            {
                await window.PressAsync("按排名选入前3名");
                await window.SavedAsync();
                var last = window.Page.Locator("tr[data-region]").Last;
                await last.GetByRole(AriaRole.Checkbox).ClickAsync(new() { Force = true });
                await Assertions.Expect(window.Page.Locator("tr.in")).ToHaveCountAsync(2);
                await PictureAsync(window, "selection", phone: true);
                await window.PressAsync("提交组长决定");
                await window.ConfirmAsync("提交2个地区");
                await window.SeesAsync("草案已提交，等待组长决定");
            }
        );
        await AsAsync(
            Lead,
            "/selection",
            async window =>
            {
                await window.Page.GetByLabel("决定文号").FillAsync("示例商秘试点〔2022〕1号");
                await window.PressAsync("决定入选2个地区");
                await window.ConfirmAsync("决定入选2个地区");
                await window.SeesAsync("已决定入选2个");
                await CountedAsync("DecideSelection");
                await PictureAsync(window, "decided");
                await window.GoToAsync("/announcement");
                await window.Page.GetByLabel("公布文号").FillAsync("示例〔2022〕1号");
                await window.PressAsync("公布2个试点地区");
                await window.ConfirmAsync("公布2个试点地区");
                await window.SeesAsync("名单已公开");
                await PictureAsync(window, "published", phone: true);
            }
        );
        await ReadTheListAsync();
    }

    private Task ReadTheListAsync() =>
        AnonymouslyAsync(
            "/announcements/1",
            async window =>
            {
                await Assertions.Expect(window.Page.Locator(".names li")).ToHaveCountAsync(2);
                await window.SeesAsync(Region);
                await window.SeesAsync("示例〔2022〕1号");
                await PictureAsync(window, "public-list", phone: true);
            }
        );
}
