using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

public sealed class DatabaseCacheTests(TestDatabases databases)
{
    private const string Key = "a circuit's secret, longer than any key of a table may be: ";
    private static readonly byte[] Old = [1, 2, 3];
    private static readonly byte[] New = [4, 5];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static DistributedCacheEntryOptions Hour =>
        new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) };

    private static DistributedCacheEntryOptions Past =>
        new() { AbsoluteExpiration = TimeProvider.System.GetUtcNow().AddSeconds(-1) };

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Set_KeyIsThere_ReplacesItsValue(DatabaseProvider provider)
    {
        await using var database = await databases.CreateAsync(provider);
        await using var node = Node(database);
        await using var other = Node(database);

        await Cache(node).SetAsync(Key, Old, Hour, Ct);
        await Cache(other).SetAsync(Key, New, Hour, Ct);

        Assert.Equal(New, await Cache(node).GetAsync(Key, Ct));
        Assert.Null(await Cache(node).GetAsync(Key + "another", Ct));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Get_Expired_IsGone_AndTheNextWriteTidiesUp(DatabaseProvider provider)
    {
        await using var database = await databases.CreateAsync(provider);
        await using var node = Node(database);
        await Cache(node).SetAsync(Key, Old, Past, Ct);

        Assert.Null(await Cache(node).GetAsync(Key, Ct));

        await Cache(node).SetAsync(Key + "another", New, Hour, Ct);
        await using var db = new PilotDbContext(
            node.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            Tenancy.Everything
        );
        Assert.Equal(New, (await db.CacheEntries.SingleAsync(Ct)).Value);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Remove_KeyIsThere_IsGone(DatabaseProvider provider)
    {
        await using var database = await databases.CreateAsync(provider);
        await using var node = Node(database);
        await Cache(node).SetAsync(Key, Old, Hour, Ct);

        await Cache(node).RemoveAsync(Key, Ct);

        Assert.Null(await Cache(node).GetAsync(Key, Ct));
    }

    private static ServiceProvider Node(TestDatabase database) =>
        new ServiceCollection()
            .AddPilotDatabase(database.Options)
            .AddDatabaseCache()
            .BuildServiceProvider();

    private static IDistributedCache Cache(ServiceProvider node) =>
        node.GetRequiredService<IDistributedCache>();
}
