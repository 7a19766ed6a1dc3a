using System.Net;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Account;

/// <summary>The portal as it stands in production: passwords, second step, lockout, headers, limits.</summary>
public sealed class SignInTests(Browser browser, InstalledPortal shared)
    : IClassFixture<InstalledPortal>
{
    private const string NewPassword = "Shili-Mima-2022!";
    private const int FailuresBeforeLockout = 5;

    [Fact(Timeout = Limits.OfATest)]
    public async Task SignIn_FirstAdministrator_ChangesPasswordAndUsesTheSecondStep()
    {
        await using var portal = new InstalledPortal();
        await portal.InitializeAsync();
        await using var window = await browser.OpenAsync(portal.Address);
        var page = window.Page;

        await SignInAsync(page, portal.Password);
        await page.WaitForURLAsync("**/account/password*");
        await window.SeesAsync("请先修改初始密码");
        await page.GotoAsync("/inbox");
        Assert.Contains("/account/password", page.Url);

        await page.GetByLabel("当前密码").FillAsync(portal.Password);
        await page.Locator("[name='Input.New']").FillAsync(NewPassword);
        await page.GetByLabel("再输入一次新密码").FillAsync(NewPassword);
        await window.PressAsync("修改密码");
        await window.SeesAsync("密码已修改");

        await page.GotoAsync("/account/two-factor");
        var secret = await page.Locator("[data-secret]").InnerTextAsync();
        var used = Code(secret);
        await page.GetByLabel("输入身份验证器显示的6位数字").FillAsync(used);
        await window.PressAsync("开启");
        await Assertions.Expect(page.Locator("[data-recovery-codes] li")).Not.ToHaveCountAsync(0);
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("account/recovery-codes");

        await using var second = await browser.OpenAsync(portal.Address);
        await SignInAsync(second.Page, NewPassword);
        await second.Page.WaitForURLAsync("**/account/sign-in/code*");
        await second.AssertAccessibleAsync();
        // Not what was guessed, and not what has opened a door before.
        foreach (var wrong in new[] { "000000", used })
        {
            await second.Page.GetByLabel("动态口令").FillAsync(wrong);
            await second.PressAsync("登录");
            await second.SeesAsync("验证码不正确或已失效");
            await second.Page.GotoAsync(second.Page.Url);
        }

        await second.Page.GetByLabel("动态口令").FillAsync(Code(secret, steps: 1));
        await second.PressAsync("登录");
        await second.Page.WaitForURLAsync("**/inbox");
        await second.WaitUntilReadyAsync();
        await second.ScreenshotAsync("account/administrator");
        second.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task SignIn_FiveFailures_LocksTheAccountEvenForTheRightPassword()
    {
        await using var window = await browser.OpenAsync(shared.Address);

        for (var i = 0; i < FailuresBeforeLockout; i++)
        {
            await SignInAsync(window.Page, "Cuowu-Mima-2022!");
            await Assertions.Expect(window.Page.Locator(".notice:visible")).ToBeVisibleAsync();
        }

        await SignInAsync(window.Page, shared.Password);
        await window.SeesAsync("账号已锁定15分钟");
        await window.ScreenshotAsync("account/locked");
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Answers_OfProduction_CarryTheHeadersAndNoDemonstration()
    {
        using var client = new HttpClient { BaseAddress = shared.Address };
        var ct = TestContext.Current.CancellationToken;

        using var home = await client.GetAsync(new Uri("/", UriKind.Relative), ct);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Contains("script-src 'self';", Header(home, "Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header(home, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(home, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(home, "X-Frame-Options"));

        using var anything = new FormUrlEncodedContent([new("account", "wg")]);
        using var entrance = await client.PostAsync(Relative("/demo/sign-in"), anything, ct);
        Assert.True(
            entrance.StatusCode
                is HttpStatusCode.NotFound
                    or HttpStatusCode.MethodNotAllowed
                    or HttpStatusCode.BadRequest,
            entrance.StatusCode.ToString()
        );
        using var clock = await client.GetAsync(Relative("/demo/clock"), ct);
        Assert.Equal(HttpStatusCode.NotFound, clock.StatusCode);
        Assert.Contains("没有找到这个页面", await clock.Content.ReadAsStringAsync(ct));
        using var inbox = await client.GetAsync(Relative("/inbox"), ct);
        Assert.Contains("/account/sign-in", inbox.RequestMessage!.RequestUri!.OriginalString);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Answers_UnderAnothersName_AreNone()
    {
        using var client = new HttpClient { BaseAddress = shared.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, Relative("/account/sign-in"));
        request.Headers.Host = "portal.example.com";

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task SignIn_WithoutToken_IsRefused()
    {
        using var client = new HttpClient { BaseAddress = shared.Address };
        using var form = Form(InstalledPortal.Administrator);

        using var answer = await client.PostAsync(
            Relative("/account/sign-in"),
            form,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        // The page that explains it brings the cookie of its forms, and no other.
        Assert.All(
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [],
            cookie => Assert.StartsWith("tsp.forgery=", cookie)
        );
        using var inbox = await client.GetAsync(
            Relative("/inbox"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("/account/sign-in", inbox.RequestMessage!.RequestUri!.OriginalString);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task SignIn_TooManyAttempts_IsToldToWait()
    {
        using var client = new HttpClient { BaseAddress = shared.Address };
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i <= InstalledPortal.AttemptsPerMinute; i++)
        {
            using var form = Form("nobody");
            using var answer = await client.PostAsync(
                Relative("/account/sign-in"),
                form,
                TestContext.Current.CancellationToken
            );
            answers.Add(answer.StatusCode);
        }

        Assert.DoesNotContain(
            HttpStatusCode.TooManyRequests,
            answers.Take(InstalledPortal.AttemptsPerMinute)
        );
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Start_DemonstrationInProduction_Refuses()
    {
        var folder = Directory.CreateTempSubdirectory("pilot-production-");
        try
        {
            var settings = new Dictionary<string, string>(InstalledPortal.Settings)
            {
                ["Demo:Enabled"] = "true",
            };

            var (exitCode, output) = await PortalCommand.RunAsync(
                folder.FullName,
                settings,
                ["--urls", "http://127.0.0.1:0"]
            );

            Assert.NotEqual(0, exitCode);
            Assert.Contains("不能启用演示模式", output);
            Assert.False(File.Exists(Path.Combine(folder.FullName, "shared.db")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SignInAsync(IPage page, string password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("账号").FillAsync(InstalledPortal.Administrator);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = "登录" })
            .ClickAsync();
    }

    /// <param name="secret">As the page shows it.</param>
    /// <param name="steps">Of thirty seconds from now; one ahead is accepted, as clocks differ.</param>
    private static string Code(string secret, int steps = 0) =>
        OneTimeCode.Of(secret, TimeProvider.System.GetUtcNow().AddSeconds(30 * steps));

    private static FormUrlEncodedContent Form(string account) =>
        new([
            new("_handler", "sign-in"),
            new("Input.Account", account),
            new("Input.Password", "Cuowu-Mima-2022!"),
        ]);

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static string Header(HttpResponseMessage answer, string name) =>
        Assert.Single(answer.Headers.GetValues(name));
}
