using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Host.Demo;

/// <summary>The sign-in page of the demonstration, which anybody may have played with.</summary>
public sealed class DemoEntranceTests(HostedWorlds worlds)
{
    // The second of the experts that the page offers: no other test enters as this one.
    private const string Locked = "expert.02";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>It was refused to everybody.</summary>
    [Fact]
    public async Task Page_WithALockedSampleAccount_StillOffersTheOthers()
    {
        await LockAsync(await worlds.ServicesAsync(HostedWorlds.Sqlite, inWinter: false));
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);

        var (status, page) = await visitor.OpenAsync("/account/sign-in");

        Assert.Equal(HttpStatusCode.OK, status);
        var entrance = page.QuerySelector($"[data-entrance='{Locked}']")!;
        Assert.Contains("不能登录", entrance.TextContent);
        Assert.NotNull(page.QuerySelector("[data-entrance='expert.01']"));
    }

    private static async Task LockAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var administrator = (await accounts.FindByNameAsync("secadmin"))!;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsAccount(administrator.Id);
        var account = (await accounts.FindByNameAsync(Locked))!;
        var locked = await scope
            .ServiceProvider.GetRequiredService<LockAccount>()
            .ExecuteAsync(new(account.Id, "（示例）试用者锁定。"), Ct);
        Assert.Null(locked.Refusal);
    }
}
