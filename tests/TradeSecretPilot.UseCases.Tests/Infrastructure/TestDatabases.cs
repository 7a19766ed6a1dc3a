using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform.Database;

[assembly: AssemblyFixture(typeof(TradeSecretPilot.UseCases.Tests.Infrastructure.TestDatabases))]

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>
/// Migrated databases with the reference data in them, for all tests. Each provider is migrated once; every database after that
/// is a copy.
/// </summary>
public sealed class TestDatabases : IAsyncLifetime
{
    private readonly PostgresCluster _cluster = new();
    private readonly Lazy<Task<SqliteDatabase>> _sqlite;
    private readonly Lazy<Task<PostgresDatabase>> _postgres;
    private readonly ConcurrentDictionary<
        DatabaseProvider,
        Lazy<Task<(TestDatabase Template, Cast Cast)>>
    > _worlds = new();

    public TestDatabases()
    {
        _sqlite = new(MigrateSqliteAsync);
        _postgres = new(MigratePostgresAsync);
    }

    /// <summary>The databases that can be run here: <c>[MemberData(nameof(TestDatabases.Providers), MemberType = …)]</c>.</summary>
    public static TheoryData<DatabaseProvider> Providers { get; } =
    [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Creates a database of the test's own. Dispose it.</summary>
    public async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var copy = (await _sqlite.Value).Copy();
            return new TestDatabase(new DatabaseOptions(provider, copy.ConnectionString), copy);
        }

        var database = await _cluster.CreateDatabaseAsync(await _postgres.Value);
        return new TestDatabase(new DatabaseOptions(provider, database.ConnectionString), database);
    }

    /// <summary>
    /// Creates a copy of the test world, in which every stage of the programme is in progress, and a portal on it. Dispose it.
    /// </summary>
    /// <param name="provider">The database.</param>
    /// <param name="configure">Further or other registrations of the portal.</param>
    internal async Task<World> CreateWorldAsync(
        DatabaseProvider provider,
        Action<IServiceCollection>? configure = null
    )
    {
        var (template, cast) = await _worlds
            .GetOrAdd(provider, p => new(() => BuildWorldAsync(p)))
            .Value;
        var world = new World(await CopyAsync(template), cast, configure);
        await world.Portal.KeepAsync(TestFiles.OfTheWorld, TestContext.Current.CancellationToken);
        return world;
    }

    /// <summary>Creates a copy of a database that nobody is connected to.</summary>
    internal async Task<TestDatabase> CopyAsync(TestDatabase template)
    {
        var provider = template.Options.Provider;
        if (template.Database is SqliteDatabase sqlite)
        {
            var copy = sqlite.Copy();
            return new TestDatabase(new DatabaseOptions(provider, copy.ConnectionString), copy);
        }

        var database = await _cluster.CreateDatabaseAsync((PostgresDatabase)template.Database);
        return new TestDatabase(new DatabaseOptions(provider, database.ConnectionString), database);
    }

    /// <summary>Creates a PostgreSQL database without tables: for migrations, backups and the command line.</summary>
    internal Task<PostgresDatabase> CreateEmptyPostgresAsync() => _cluster.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds.Values.Where(w => w.Value.IsCompletedSuccessfully))
        {
            await (await world.Value).Template.DisposeAsync();
        }

        if (_sqlite is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _sqlite.Value).DisposeAsync();
        }

        await _cluster.DisposeAsync();
    }

    private async Task<(TestDatabase Template, Cast Cast)> BuildWorldAsync(
        DatabaseProvider provider
    )
    {
        var template = await CreateAsync(provider);
        await using var portal = new TestPortal(template.Options, WorldBuilder.Start);
        var cast = await new WorldBuilder(portal).BuildAsync();
        await portal.PlaceAsync();
        await template.SettleAsync();
        return (template, cast);
    }

    private async Task<PostgresDatabase> MigratePostgresAsync()
    {
        var template = await _cluster.CreateDatabaseAsync();
        await MigrateAsync(
            new DatabaseOptions(DatabaseProvider.PostgreSql, template.ConnectionString)
        );
        template.ReleaseConnections();
        return template;
    }

    private static async Task<SqliteDatabase> MigrateSqliteAsync()
    {
        var template = await SqliteDatabase.CreateAsync();
        await MigrateAsync(new DatabaseOptions(DatabaseProvider.Sqlite, template.ConnectionString));
        await template.SettleAsync();
        return template;
    }

    private static async Task MigrateAsync(DatabaseOptions options)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddPilotDatabase(options)
            .AddUseCases()
            .BuildServiceProvider();
        await services.GetRequiredService<MigrateDatabase>().ExecuteAsync(CancellationToken.None);
    }
}

/// <summary>One test's database, removed at its end.</summary>
public sealed class TestDatabase(DatabaseOptions options, IAsyncDisposable database)
    : IAsyncDisposable
{
    public DatabaseOptions Options { get; } = options;

    internal IAsyncDisposable Database { get; } = database;

    /// <summary>Lets go of the database, so that it can be copied.</summary>
    internal Task SettleAsync()
    {
        if (Database is SqliteDatabase sqlite)
        {
            return sqlite.SettleAsync();
        }

        ((PostgresDatabase)Database).ReleaseConnections();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
