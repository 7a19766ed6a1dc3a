using System.Collections.Concurrent;
using TradeSecretPilot.Testing;

[assembly: AssemblyFixture(typeof(TradeSecretPilot.Web.Tests.Infrastructure.HostedWorlds))]

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>The demonstrations of April and December on each database; tests share them and only read.</summary>
public sealed class HostedWorlds : IAsyncDisposable
{
    public const string Sqlite = nameof(Sqlite);
    public const string PostgreSql = nameof(PostgreSql);

    private static readonly DateOnly Spring = new(2022, 4, 20);
    private static readonly DateOnly Winter = new(2022, 12, 20);

    private readonly PostgresCluster _cluster = new();
    private readonly Lock _starting = new();
    private readonly ConcurrentDictionary<(string, bool), Lazy<Task<HostedPortal>>> _worlds = new();

    /// <summary>The databases that can be run here.</summary>
    public static IReadOnlyList<string> Providers { get; } = [Sqlite, PostgreSql];

    internal async Task<Visitor> VisitAsync(string provider, bool inWinter) =>
        new((await PortalAsync(provider, inWinter)).CreateClient());

    /// <summary>What the portal itself works with: for what no page of it does.</summary>
    internal async Task<IServiceProvider> ServicesAsync(string provider, bool inWinter) =>
        (await PortalAsync(provider, inWinter)).Services;

    private Task<HostedPortal> PortalAsync(string provider, bool inWinter) =>
        _worlds
            .GetOrAdd((provider, inWinter), _ => new(() => StartAsync(provider, inWinter)))
            .Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds.Values.Where(w => w.Value.IsCompletedSuccessfully))
        {
            await (await world.Value).DisposeAsync();
        }

        await _cluster.DisposeAsync();
    }

    private async Task<HostedPortal> StartAsync(string provider, bool inWinter)
    {
        var connection =
            provider == PostgreSql ? (await _cluster.CreateDatabaseAsync()).ConnectionString : null;
        var portal = new HostedPortal(inWinter ? Winter : Spring, provider, connection);
        // Starts here, once: the first tests to ask for it may do so side by side. One world after another, since each sets the
        // one logger of the process while it starts.
        lock (_starting)
        {
            _ = portal.Server;
        }

        return portal;
    }
}
