using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Accessibility;

/// <summary>Pages on paper and in the colours of a reader's own.</summary>
public sealed class MediaTests(Browser browser, Worlds worlds)
{
    /// <summary>As wide as what a sheet of A4 leaves between its margins.</summary>
    private const int Paper = 688;

    private const string Seen =
        "(selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).length";

    /// <summary>Selectors of which an element is there whose filling cannot be told from the page.</summary>
    private const string Pale = """
        (selectors) => {
            const page = getComputedStyle(document.body).backgroundColor;
            return selectors.filter((selector) => {
                const [name, pseudo] = selector.split('::');
                const element = [...document.querySelectorAll(name)].find((e) => e.checkVisibility());
                if (!element) {
                    return true;
                }
                const filling = getComputedStyle(element, pseudo ? `::${pseudo}` : null).backgroundColor;
                return filling === page || filling === 'rgba(0, 0, 0, 0)';
            });
        }
        """;

    /// <summary>Lists are cards on a phone, on paper tables whose heads are repeated.</summary>
    private const string RowsThatAreNone = """
        () => [...document.querySelectorAll('main .grid > :is(thead, tbody) > tr')]
            .filter((row) => row.checkVisibility() && getComputedStyle(row).display !== 'table-row')
            .length
        """;

    public static TheoryData<string, string, string?> Papers =>
        new()
        {
            { "drafter.", "/applications", "a[href^='/applications/']:not([href$=edit])" },
            { "reviewer.", "/applications", "a[href^='/review/']" },
            { "reviewer.", "/applications", null },
        };

    public static TheoryData<string, string, string?> WinterPapers =>
        new()
        {
            { "expert.", "/scoring", "a[href^='/scoring/']" },
            { "wg", "/reports/list", "a[href^='/reports/']:not([href$=list], [href$=edit])" },
            { "wg", "/reports", null },
            { "wg", "/pilots", null },
        };

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Papers))]
    public async Task Paper_HasTheRecordAlone_OnWhite(string role, string path, string? link) =>
        await PrintAsync((await worlds.SpringAsync()).Address, role, path, link);

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(WinterPapers))]
    public async Task Paper_InWinter_HasTheRecordAlone_OnWhite(
        string role,
        string path,
        string? link
    ) => await PrintAsync((await worlds.WinterAsync()).Address, role, path, link);

    [Fact(Timeout = Limits.OfATest)]
    public async Task Paper_OfAReview_HasEveryPart_AndTheWholeFingerprint()
    {
        await using var window = await OpenAsync(
            (await worlds.SpringAsync()).Address,
            "reviewer.",
            "/applications",
            "a[href^='/review/']"
        );
        Assert.Equal(1, await window.Page.EvaluateAsync<int>(Seen, ".plan-doc"));

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(4, await window.Page.EvaluateAsync<int>(Seen, ".plan-doc"));
        var written = await window.Page.EvaluateAsync<string>(
            "getComputedStyle(document.querySelector('abbr.print'), '::after').content"
        );
        Assert.Equal(64, written.Trim('"').Length);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task OwnColours_WhatABackgroundSays_IsSeen()
    {
        var (spring, winter) = (await worlds.SpringAsync(), await worlds.WinterAsync());
        await using var list = await OpenAsync(spring.Address, "reviewer.", "/applications", null);
        await using var national = await OpenAsync(winter.Address, "wg", "/national", null);

        Assert.Empty(
            await PaleAsync(
                list,
                ".btn-primary",
                ".chip::before",
                ".tabs a[aria-current]::after",
                ".mainnav a[aria-current]::after"
            )
        );
        Assert.Empty(
            await PaleAsync(
                national,
                ".seg a[aria-current]",
                ".fillbar i",
                ".ackbar u",
                ".tg-row .t2"
            )
        );
    }

    private static async Task<string[]> PaleAsync(PortalPage window, params string[] selectors)
    {
        await window.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        return await window.Page.EvaluateAsync<string[]>(Pale, selectors);
    }

    private async Task PrintAsync(Uri portal, string role, string path, string? link)
    {
        await using var window = await OpenAsync(portal, role, path, link, theme: "dark");
        var page = window.Page;
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(Paper, 1000);

        foreach (
            var screenOnly in new[]
            {
                ".demo-bar",
                ".masthead",
                ".mainnav",
                ".skip",
                "button",
                ".btn",
                "[role=search]",
                ".dock",
                ".actionbar",
            }
        )
        {
            Assert.Equal(0, await page.EvaluateAsync<int>(Seen, screenOnly));
        }

        Assert.Equal(1, await page.EvaluateAsync<int>(Seen, "main h1"));
        Assert.Equal(0, await page.EvaluateAsync<int>(RowsThatAreNone));
        Assert.Equal(
            "#ffffff",
            await page.EvaluateAsync<string>(
                "getComputedStyle(document.documentElement).getPropertyValue('--surface')"
            )
        );
        Assert.Contains("页面打开于2022年", await page.Locator("footer").InnerTextAsync());
        Assert.Empty(await TextLayout.FaultsAsync(page));
        Assert.InRange(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            0,
            Paper
        );
    }

    private async Task<PortalPage> OpenAsync(
        Uri portal,
        string role,
        string path,
        string? link,
        string theme = "light"
    )
    {
        var window = await browser.OpenAsync(portal);
        await window.GoToStaticAsync("/account/sign-in");
        var entrance = window.Page.Locator($"[data-entrance^='{role}']").First;
        await window.EnterAsync((await entrance.GetAttributeAsync("data-entrance"))!);
        await window.Page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = "tsp.theme",
                Value = theme,
                Url = portal.OriginalString,
            },
        ]);
        await window.GoToAsync(path);
        if (link is not null)
        {
            var record = window.Page.Locator($"main {link}").First;
            await window.GoToAsync((await record.GetAttributeAsync("href"))!);
        }

        return window;
    }
}
