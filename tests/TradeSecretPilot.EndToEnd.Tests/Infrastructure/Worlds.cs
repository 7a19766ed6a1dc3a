using System.Collections.Concurrent;
using TradeSecretPilot.Testing;

[assembly: AssemblyFixture(typeof(TradeSecretPilot.EndToEnd.Tests.Infrastructure.Worlds))]

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>
/// Demonstrations on each database. Every world is filled once; a test that changes something gets its own copy, and tests
/// that only read share a portal, which starts when it is first asked for.
/// </summary>
public sealed class Worlds : IAsyncDisposable
{
    /// <summary>Experts score.</summary>
    internal static readonly DateOnly Scoring = new(2022, 5, 25);

    /// <summary>The appraisal is concluded, and nothing is selected yet.</summary>
    internal static readonly DateOnly Selecting = new(2022, 6, 14);

    internal static readonly DateOnly Winter = new(2022, 12, 20);

    private static readonly DateOnly Spring = new(2022, 4, 20);

    private readonly PostgresCluster _cluster = new();
    private readonly ConcurrentDictionary<(Store, DateOnly), Lazy<Task<World>>> _filled = new();
    private readonly ConcurrentDictionary<(Store, DateOnly), Lazy<Task<PortalProcess>>> _shared =
        new();

    public static TheoryData<Store> Stores { get; } = [Store.Sqlite, Store.PostgreSql];

    /// <summary>20 April 2022: plans are written, reviewed and ranked.</summary>
    internal Task<PortalProcess> SpringAsync(Store store = Store.Sqlite) =>
        SharedAsync(store, Spring);

    /// <summary>20 December 2022: the list is published, pilots run, the first reports come in.</summary>
    internal Task<PortalProcess> WinterAsync(Store store = Store.Sqlite) =>
        SharedAsync(store, Winter);

    /// <summary>A world of the caller's own in April, of which nothing runs yet. Dispose it after its portals.</summary>
    /// <param name="day">Another day than that of April.</param>
    internal async Task<World> CopyAsync(Store store = Store.Sqlite, DateOnly? day = null) =>
        await (await FilledAsync(store, day ?? Spring)).CopyAsync(_cluster);

    /// <summary>A portal of the caller's own in April.</summary>
    /// <param name="day">Another day than that of April.</param>
    internal Task<PortalProcess> StartAsync(
        Store store = Store.Sqlite,
        IReadOnlyDictionary<string, string>? settings = null,
        DateOnly? day = null
    ) => StartCopyAsync(store, day ?? Spring, settings);

    /// <summary>Settings of a portal on an empty database.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> EmptyAsync(Store store) =>
        store == Store.Sqlite
            ? new Dictionary<string, string>()
            : World.SettingsOf(await _cluster.CreateDatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in _shared.Values.Where(p => p.Value.IsCompletedSuccessfully))
        {
            await (await portal.Value).DisposeAsync();
        }

        foreach (var world in _filled.Values.Where(w => w.Value.IsCompletedSuccessfully))
        {
            (await world.Value).Dispose();
        }

        await _cluster.DisposeAsync();
    }

    private Task<PortalProcess> SharedAsync(Store store, DateOnly day) =>
        _shared.GetOrAdd((store, day), _ => new(() => StartCopyAsync(store, day))).Value;

    private async Task<PortalProcess> StartCopyAsync(
        Store store,
        DateOnly day,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        var world = await (await FilledAsync(store, day)).CopyAsync(_cluster);
        var all = new Dictionary<string, string>(world.Settings);
        foreach (var (key, value) in settings ?? all)
        {
            all[key] = value;
        }

        return await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            all,
            world.Folder,
            removesFolder: true
        );
    }

    private Task<World> FilledAsync(Store store, DateOnly day) =>
        _filled.GetOrAdd((store, day), _ => new(() => FillAsync(store, day))).Value;

    private async Task<World> FillAsync(Store store, DateOnly day)
    {
        var folder = Directory.CreateTempSubdirectory("pilot-world-").FullName;
        var database = store == Store.Sqlite ? null : await _cluster.CreateDatabaseAsync();
        var world = new World(folder, database);
        var settings = new Dictionary<string, string>(world.Settings)
        {
            ["Demo:Day"] = $"{day:yyyy-MM-dd}",
        };
        await using (await PortalProcess.StartAsync(Repository.PortalAssembly, settings, folder))
        {
            // Filled once it is healthy.
        }

        return world;
    }
}

/// <summary>A filled demonstration: the folder of its files, and its database where that is not one of them.</summary>
internal sealed class World(string folder, PostgresDatabase? database) : IDisposable
{
    public string Folder { get; } = folder;

    public IReadOnlyDictionary<string, string> Settings { get; } =
        database is null ? new Dictionary<string, string>() : SettingsOf(database);

    public static IReadOnlyDictionary<string, string> SettingsOf(PostgresDatabase database) =>
        new Dictionary<string, string>
        {
            ["Database:Provider"] = "PostgreSql",
            ["ConnectionStrings:Portal"] = database.ConnectionString,
        };

    /// <summary>Copies it while no portal runs on it.</summary>
    public async Task<World> CopyAsync(PostgresCluster cluster)
    {
        var copy = Directory.CreateTempSubdirectory("pilot-world-").FullName;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return new World(
            copy,
            database is null ? null : await cluster.CreateDatabaseAsync(database)
        );
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
