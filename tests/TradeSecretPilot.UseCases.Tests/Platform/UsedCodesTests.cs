using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>A code of an authenticator opens one door once.</summary>
public sealed class UsedCodesTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Take_TheSameCodeAgain_IsRefused_AnotherAndAnothersAreNot(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var codes = world.Portal.Services.GetRequiredService<UsedCodes>();

        Assert.True(await codes.TakeAsync(world.Cast.Lead, "123456", Ct));
        Assert.False(await codes.TakeAsync(world.Cast.Lead, "123456", Ct));
        Assert.True(await codes.TakeAsync(world.Cast.Lead, "654321", Ct));
        Assert.True(await codes.TakeAsync(world.Cast.SystemAdmin, "123456", Ct));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Take_TenAtOnce_OneIsLetThrough(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var codes = world.Portal.Services.GetRequiredService<UsedCodes>();

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => Task.Run(() => codes.TakeAsync(world.Cast.Lead, "123456", Ct), Ct))
        );

        Assert.Single(taken, isTaken => isTaken);
    }
}
