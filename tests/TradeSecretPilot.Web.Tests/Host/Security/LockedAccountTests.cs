using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Host.Security;

/// <summary>Who is locked by an administrator is told so, and still reads what everybody reads; a link sets a password once.</summary>
public sealed class LockedAccountTests(HostedWorlds worlds)
{
    private const string Password = "Shili-Mima-2022!";
    private const int Tries = 5;

    private static readonly string[] PublicPages = ["/", "/announcements", "/work-plan", "/help"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Providers { get; } = [.. HostedWorlds.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SignIn_RightPasswordOfALockedAccount_NeverSaysFifteenMinutes(string provider)
    {
        var (_, name) = await LockedAsync(provider);
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);

        for (var i = 0; i <= Tries; i++)
        {
            var answer = await SignInAsync(visitor, name);
            Assert.Contains("账号已由安全管理员锁定", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("15分钟", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task PublicPages_OfALockedPerson_StayOpen(string provider)
    {
        var (account, name) = await CreateAsync(provider);
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);
        await SignInAsync(visitor, name);
        Assert.Equal("/inbox", await WhereAsync(visitor, "/inbox"));

        await LockAsync(provider, account);

        foreach (var page in PublicPages)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync(page)).Status);
        }

        Assert.StartsWith(
            "/account/sign-in",
            await WhereAsync(visitor, "/inbox"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task OpenAccount_WrongCode_IsAnsweredAsForNobody(string provider)
    {
        var (_, name) = await CreateAsync(provider);
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);

        var somebody = await OpenAsync(visitor, name);
        var nobody = await OpenAsync(visitor, $"nobody.{Guid.NewGuid():N}"[..20]);

        Assert.Contains("账号或验证码不正确", somebody, StringComparison.Ordinal);
        Assert.Equal(somebody, nobody);
    }

    private static async Task<string> OpenAsync(Visitor visitor, string name)
    {
        var (_, page) = await visitor.OpenAsync($"/account/open?account={name}&code=AAAAA");
        Assert.Equal(
            name,
            page.QuerySelector("input[name='Input.Account']")!.GetAttribute("value")
        );
        var (_, answer) = await visitor.SendAsync(
            "/account/open",
            Fields(
                page,
                "open",
                ("Input.Account", name),
                ("Input.Code", "AAAAA"),
                ("Input.New", Password),
                ("Input.Again", Password)
            )
        );
        return NoticeOf(answer);
    }

    private async Task<(Guid Account, string Name)> LockedAsync(string provider)
    {
        var created = await CreateAsync(provider);
        await LockAsync(provider, created.Account);
        return created;
    }

    private async Task<(Guid Account, string Name)> CreateAsync(string provider)
    {
        var name = $"locked.{Guid.NewGuid():N}"[..20];
        var created = await ActAsync(
            provider,
            (CreateAccount u) =>
                u.ExecuteAsync(
                    new()
                    {
                        UserName = name,
                        DisplayName = "锁定专家（示例）",
                        Role = Role.Expert,
                        ExpertUnit = "示例大学",
                        ExpertSpecialty = "商业秘密",
                        Password = Password,
                    },
                    Ct
                )
        );
        return (created.Value.AccountId, name);
    }

    private async Task LockAsync(string provider, Guid account) =>
        Assert.Null(
            (
                await ActAsync(
                    provider,
                    (LockAccount u) => u.ExecuteAsync(new(account, "（示例）"), Ct)
                )
            ).Refusal
        );

    private async Task<T> ActAsync<TUseCase, T>(string provider, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = (
            await worlds.ServicesAsync(provider, inWinter: false)
        ).CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob("准备");
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private static async Task<string> WhereAsync(Visitor visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await visitor.AskAsync(request);
        return answer.RequestMessage!.RequestUri!.PathAndQuery;
    }

    private static async Task<string> SignInAsync(Visitor visitor, string name)
    {
        var (_, page) = await visitor.OpenAsync("/account/sign-in");
        var (_, answer) = await visitor.SendAsync(
            "/account/sign-in",
            Fields(page, "sign-in", ("Input.Account", name), ("Input.Password", Password))
        );
        return NoticeOf(answer);
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
