using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>The keys of cookies and forms in the database: what one node protects, the other reads.</summary>
public sealed class KeySharingTests(TestDatabases databases)
{
    private const string Purpose = "cookie";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task TwoNodes_OnOneDatabase_ReadEachOthersCookies(DatabaseProvider provider)
    {
        await using var database = await databases.CreateAsync(provider);
        await using var first = Node(database.Options);
        await using var second = Node(database.Options);

        var cookie = Protector(first).Protect("示例");

        Assert.Equal("示例", Protector(second).Unprotect(cookie));
        Assert.Equal("另一", Protector(first).Unprotect(Protector(second).Protect("另一")));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Keys_AreReadByIdentityOnly(DatabaseProvider provider)
    {
        await using var database = await databases.CreateAsync(provider);
        await using (var node = Node(database.Options))
        {
            Protector(node).Protect("示例");
        }

        await using var portal = new TestPortal(database.Options);
        Assert.Equal(1, await CountAsync(portal, Tenancy.SignIn));
        Assert.Equal(0, await CountAsync(portal, Tenancy.None));
        Assert.Equal(0, await CountAsync(portal, Tenancy.Of(UseCases.Platform.Actor.Public)));
    }

    private static Task<int> CountAsync(TestPortal portal, Tenancy tenancy) =>
        portal.LookAsync(tenancy, db => db.DataProtectionKeys.CountAsync(Ct));

    private static ServiceProvider Node(DatabaseOptions database)
    {
        var services = new ServiceCollection().AddLogging().AddPilotDatabase(database);
        services.AddDataProtection().SetApplicationName("示例").PersistKeysToPilotDatabase();
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static IDataProtector Protector(ServiceProvider node) =>
        node.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
}
