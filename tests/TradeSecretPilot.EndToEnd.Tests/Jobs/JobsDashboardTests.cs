using System.Net;
using System.Text.RegularExpressions;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Jobs;

/// <summary>后台任务: for the system administrator alone, in Chinese, within the portal's content security policy.</summary>
public sealed partial class JobsDashboardTests(Browser browser, Worlds worlds)
{
    private const string Dashboard = "/operations/jobs";
    private const string SystemAdmin = "sysadmin";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Of the deadline sweep.</summary>
    private const int Matters = 12;

    [Fact(Timeout = Limits.OfATest)]
    public async Task Dashboard_ByRole_OpensToTheSystemAdministratorAlone()
    {
        var portal = await worlds.WinterAsync();
        string[] others =
        [
            "drafter.339104",
            "local.339104",
            "reviewer.330000",
            "approver.330000",
            "wg",
            "lead",
            "expert.01",
            "secadmin",
            "auditadmin",
        ];
        foreach (var account in others)
        {
            using var visitor = await EnterAsync(portal.Address, account);
            foreach (var path in new[] { "", "/recurring", "/servers", "/jobs/failed" })
            {
                using var answer = await visitor.GetAsync(Dashboard + path, Ct);
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                Assert.StartsWith(
                    "/account/denied",
                    answer.Headers.Location!.PathAndQuery,
                    StringComparison.Ordinal
                );
            }

            using var commanded = await visitor.PostAsync(
                Dashboard + "/recurring/trigger",
                Form(("jobs[]", "outbox")),
                Ct
            );
            Assert.Equal(HttpStatusCode.Redirect, commanded.StatusCode);
        }

        using var anonymous = Client(portal.Address);
        using var closed = await anonymous.GetAsync(Dashboard, Ct);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.StartsWith(
            "/account/sign-in",
            closed.Headers.Location!.PathAndQuery,
            StringComparison.Ordinal
        );
        using var administrator = await EnterAsync(portal.Address, SystemAdmin);
        using var open = await administrator.GetAsync(Dashboard, Ct);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Dashboard_EachDeadline_StandsUnderItsName_AndIsRunByHand()
    {
        var portal = await worlds.WinterAsync();
        await using var window = await browser.EnterAsync(
            portal.Address,
            SystemAdmin,
            "/admin/operations"
        );
        var page = window.Page;
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "后台任务" })
            .ClickAsync();
        // The address changes before the dashboard, which is no page of the portal's own, is loaded.
        await Microsoft
            .Playwright.Assertions.Expect(page.Locator($"a[href='{Dashboard}/recurring']").First)
            .ToBeVisibleAsync();
        await window.ScreenshotAsync("jobs/dashboard");
        await page.GotoAsync($"{Dashboard}/recurring");

        foreach (
            var name in new[]
            {
                "恢复申报",
                "提交提醒",
                "上报提醒",
                "申报失效",
                "上报截止",
                "公布预警",
                "试点启动",
                "开始报送",
                "报送提醒",
                "缺报登记",
                "试点期满",
                "审计核验",
                "清理文件",
                "发送邮件",
                "打包下载",
            }
        )
        {
            await Microsoft
                .Playwright.Assertions.Expect(page.Locator("table"))
                .ToContainTextAsync(name);
        }

        Assert.DoesNotContain("Data Source", await page.ContentAsync());
        await window.ScreenshotAsync("jobs/recurring");

        // All of the sweep's matters at once, as an operator does after an outage.
        var boxes = page.Locator("input[name='jobs[]'][value^='deadline-']");
        Assert.Equal(Matters, await boxes.CountAsync());
        for (var i = 0; i < Matters; i++)
        {
            await boxes.Nth(i).CheckAsync();
        }

        await page.RunAndWaitForResponseAsync(
            () =>
                page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "立即执行" })
                    .ClickAsync(),
            r => r.Url.EndsWith("/recurring/trigger", StringComparison.Ordinal) && r.Status == 204
        );
        window.AssertNoComplaints();

        await using var auditor = await browser.EnterAsync(
            portal.Address,
            "auditadmin",
            "/admin/audit?act=Job"
        );
        await Microsoft
            .Playwright.Assertions.Expect(auditor.Page.Locator("table"))
            .ToContainTextAsync("recurring/trigger · deadline-01-reinstatements");
    }

    [Theory(Timeout = Limits.OfATest)]
    [InlineData("zh-CN", "^(几秒|[0-9]+ (秒|分钟|小时|天))(前|后)$")]
    [InlineData("en", "^(in )?(a few|an?|[0-9]+) (second|minute|hour|day)s?( ago)?$")]
    public async Task Times_InBothLanguages_AreGivenInIt(string language, string form)
    {
        var portal = await worlds.WinterAsync();
        await using var window = await browser.EnterAsync(portal.Address, SystemAdmin);
        await window.Page.Context.AddCookiesAsync([
            new()
            {
                Name = ".AspNetCore.Culture",
                Value = $"c={language}|uic={language}",
                Url = portal.Address.OriginalString,
            },
        ]);
        foreach (var path in new[] { "/recurring", "/jobs/succeeded", "/servers" })
        {
            // A job that has not run yet has no time.
            await Waiting.UntilAsync(
                async () =>
                {
                    await window.Page.GotoAsync(Dashboard + path);
                    return await window.Page.Locator("[data-moment]").CountAsync() > 0;
                },
                $"a time on {path}",
                TimeSpan.FromMinutes(2),
                Ct
            );
            var times = window.Page.Locator("[data-moment]");
            await Microsoft
                .Playwright.Assertions.Expect(times.First)
                .ToHaveTextAsync(
                    new Regex(form, RegexOptions.None, matchTimeout: TimeSpan.FromSeconds(1))
                );
            Assert.All(await times.AllTextContentsAsync(), t => Assert.Matches(form, t));
            await window.ScreenshotAsync($"jobs/times{path.Replace('/', '-')}-{language}");
        }

        window.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Command_WithoutItsToken_OrOutOfTheSchedule_Refused()
    {
        var portal = await worlds.WinterAsync();
        using var administrator = await EnterAsync(portal.Address, SystemAdmin);
        var html = await administrator.GetStringAsync(Dashboard + "/recurring", Ct);
        var token = Token().Match(html).Groups[1].Value;
        Assert.NotEmpty(token);

        using var without = await administrator.PostAsync(
            Dashboard + "/recurring/trigger",
            Form(("jobs[]", "outbox")),
            Ct
        );
        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, Dashboard + "/recurring/remove")
        {
            Content = Form(("jobs[]", "deadline-04-draft-lapses")),
        };
        request.Headers.Add("RequestVerificationToken", token);
        using var removed = await administrator.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, removed.StatusCode);
        Assert.Contains(
            "deadline-04-draft-lapses",
            await administrator.GetStringAsync(Dashboard + "/recurring", Ct)
        );
    }

    private static HttpClient Client(Uri address) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Enters through the sign-in page's form.</summary>
    private static async Task<HttpClient> EnterAsync(Uri address, string account)
    {
        var client = Client(address);
        var page = await client.GetStringAsync("/account/sign-in", Ct);
        using var answer = await client.PostAsync(
            "/demo/sign-in",
            Form(
                ("account", account),
                ("__RequestVerificationToken", FormToken().Match(page).Groups[1].Value)
            ),
            Ct
        );
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{account} could not enter.");
        return client;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FormToken();

    [GeneratedRegex(
        "name=\"csrf-token\" content=\"(?<token>[^\"]+)\"",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}
