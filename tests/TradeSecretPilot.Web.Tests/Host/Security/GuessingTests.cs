using System.Net;
using AngleSharp.Dom;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Host.Security;

/// <summary>Guessing a secret leads nowhere, wherever one is asked for, and the answers do not tell which accounts there are.</summary>
public sealed class GuessingTests(HostedWorlds worlds)
{
    private const string Wrong = "Cuowu-Mima-2022!";
    private const int FailuresBeforeLockout = 5;

    private const string WrongName = "账号或密码不正确";
    private const string LockedOut = "账号已锁定15分钟";

    public static TheoryData<string> Providers { get; } = [.. HostedWorlds.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SignIn_OfNobody_AnswersAsThatOfAnAccount(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);

        var nobody = await GuessAsync(visitor, $"nobody.{Guid.NewGuid():N}"[..20]);
        var somebody = await GuessAsync(visitor, "expert.24");

        Assert.Equal(somebody, nobody);
        Assert.All(
            nobody.Take(FailuresBeforeLockout - 1),
            answer => Assert.Contains(WrongName, answer)
        );
        Assert.All(
            nobody.Skip(FailuresBeforeLockout - 1),
            answer => Assert.Contains(LockedOut, answer)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Password_FiveWrongPresentOnes_LockOut(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);
        await visitor.EnterAsOneOfManyAsync("expert.22");
        var answers = new List<string>();

        for (var i = 0; i <= FailuresBeforeLockout; i++)
        {
            var (_, page) = await visitor.OpenAsync("/account/password");
            var (status, answer) = await visitor.SendAsync(
                "/account/password",
                Fields(
                    page,
                    "password",
                    ("Input.Current", $"{Wrong}{i}"),
                    ("Input.New", "Shili-Mima-2022!"),
                    ("Input.Again", "Shili-Mima-2022!")
                )
            );
            Assert.Equal(HttpStatusCode.OK, status);
            answers.Add(NoticeOf(answer));
        }

        Assert.All(
            answers.Take(FailuresBeforeLockout - 1),
            answer => Assert.Contains("当前密码不正确", answer)
        );
        Assert.All(
            answers.Skip(FailuresBeforeLockout - 1),
            answer => Assert.Contains(LockedOut, answer)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SecondFactor_FiveWrongCodes_LockOut(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);
        await visitor.EnterAsOneOfManyAsync("expert.23");
        var answers = new List<string>();

        for (var i = 0; i <= FailuresBeforeLockout; i++)
        {
            var (_, page) = await visitor.OpenAsync("/account/two-factor");
            var (_, answer) = await visitor.SendAsync(
                "/account/two-factor",
                // No code has seven figures.
                Fields(page, "enable", ("On.Code", $"000000{i}"))
            );
            answers.Add(NoticeOf(answer));
        }

        Assert.All(
            answers.Take(FailuresBeforeLockout - 1),
            answer => Assert.Contains("验证码不正确", answer)
        );
        Assert.All(
            answers.Skip(FailuresBeforeLockout - 1),
            answer => Assert.Contains(LockedOut, answer)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Details_FiveWrongPasswords_LockOut(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);
        await visitor.EnterAsOneOfManyAsync("expert.20");
        var answers = new List<string>();

        for (var i = 0; i <= FailuresBeforeLockout; i++)
        {
            var (_, page) = await visitor.OpenAsync("/account/details");
            var (_, answer) = await visitor.SendAsync(
                "/account/details",
                Fields(
                    page,
                    "mail",
                    ("Mail.Address", "wei@example.cn"),
                    ("Mail.Password", $"{Wrong}{i}")
                )
            );
            answers.Add(NoticeOf(answer));
        }

        Assert.All(
            answers.Take(FailuresBeforeLockout - 1),
            answer => Assert.Contains("当前密码不正确", answer)
        );
        Assert.All(
            answers.Skip(FailuresBeforeLockout - 1),
            answer => Assert.Contains(LockedOut, answer)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task MailCode_FiveWrongOnes_AreAnsweredAlike_AndLock(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);
        await visitor.EnterAsOneOfManyAsync("expert.19");
        for (var i = 0; i < FailuresBeforeLockout; i++)
        {
            var (_, page) = await visitor.OpenAsync("/account/mail?code=AAAAA");
            var (_, answer) = await visitor.SendAsync(
                "/account/mail",
                Fields(page, "confirm", ("Input.Code", "AAAAA-AAAAA-AAAAA-AAAAA"))
            );
            Assert.Contains("确认链接无效", NoticeOf(answer));
        }

        // The lock is that of the account: its password is not looked at either.
        var (_, password) = await visitor.OpenAsync("/account/password");
        var (_, locked) = await visitor.SendAsync(
            "/account/password",
            Fields(
                password,
                "password",
                ("Input.Current", Wrong),
                ("Input.New", "Shili-Mima-2022!"),
                ("Input.Again", "Shili-Mima-2022!")
            )
        );
        Assert.Contains(LockedOut, NoticeOf(locked));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Passkeys_FiveWrongPasswords_LockOut(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);
        await visitor.EnterAsOneOfManyAsync("expert.21");
        var answers = new List<string>();

        for (var i = 0; i <= FailuresBeforeLockout; i++)
        {
            var (_, page) = await visitor.OpenAsync("/account/passkeys");
            var (_, answer) = await visitor.SendAsync(
                "/account/passkeys",
                Fields(page, "begin", ("New.Name", "示例"), ("New.Password", $"{Wrong}{i}"))
            );
            answers.Add(NoticeOf(answer));
        }

        Assert.All(
            answers.Take(FailuresBeforeLockout - 1),
            answer => Assert.Contains("当前密码不正确", answer)
        );
        Assert.All(
            answers.Skip(FailuresBeforeLockout - 1),
            answer => Assert.Contains(LockedOut, answer)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SignIn_WithAnAnswerOfNoPasskey_IsRefused(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);

        foreach (var (credential, state) in new[] { ("", ""), ("{}", "made up"), ("[1", "") })
        {
            var (_, page) = await visitor.OpenAsync("/account/sign-in");
            var (status, answer) = await visitor.SendAsync(
                "/account/sign-in",
                Fields(page, "passkey", ("Answer.Credential", credential), ("Answer.State", state))
            );

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("通行密钥没有通过验证", NoticeOf(answer));
        }
    }

    private static async Task<List<string>> GuessAsync(Visitor visitor, string account)
    {
        var answers = new List<string>();
        for (var i = 0; i <= FailuresBeforeLockout; i++)
        {
            var (_, page) = await visitor.OpenAsync("/account/sign-in");
            var (_, answer) = await visitor.SendAsync(
                "/account/sign-in",
                Fields(page, "sign-in", ("Input.Account", account), ("Input.Password", Wrong))
            );
            answers.Add(NoticeOf(answer));
        }

        return answers;
    }

    private static Dictionary<string, string> Fields(
        IDocument page,
        string form,
        params (string Name, string Value)[] fields
    ) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))
        {
            ["_handler"] = form,
            ["__RequestVerificationToken"] = Visitor.TokenOf(page),
        };

    private static string NoticeOf(IDocument page) =>
        page.QuerySelector(".notice")?.TextContent.Trim() ?? page.Body!.TextContent;
}
