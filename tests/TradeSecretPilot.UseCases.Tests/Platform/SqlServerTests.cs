using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>
/// What can be known of SQL Server without one: its migrations and every statement the portal sends parse by its grammar, and the
/// model keeps the limits that the grammar does not know.
/// </summary>
public sealed class SqlServerTests(TestDatabases databases)
{
    /// <summary>Bytes of a clustered key; other indexes may have 1700.</summary>
    private const int LongestKey = 900;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MigrationsAndModel_AsScripts_Parse()
    {
        await using var twin = new SqlServerTwin();
        var migrator = twin.Db.GetService<IMigrator>();
        string[] scripts =
        [
            migrator.GenerateScript(),
            migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent),
            twin.Db.Database.GenerateCreateScript(),
        ];

        Assert.All(scripts, s => Assert.Contains("CREATE TABLE [Applications]", s));
        Findings.None(scripts.SelectMany(TSql.Parse));
        Assert.False(twin.Db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task EveryQueryOfEveryUseCase_ForSqlServer_TranslatesAndParses()
    {
        await using var twin = new SqlServerTwin();
        await using var world = await databases.CreateWorldAsync(
            DatabaseProvider.Sqlite,
            s => s.AddSingleton<IInterceptor>(twin).AddSingleton<IInterceptor>(new FailingCommits())
        );
        foreach (var row in UseCaseTable.Rows)
        {
            foreach (var caller in row.Holders.Members())
            {
                await TryAsync(() => row.CallOwnAsync(world, caller, caller, foreignTenant: false));
            }
        }

        // Everything that can fall due, up to the end of the pilots.
        world.Portal.Clock.Set(WorldBuilder.At(2025, 12, 1));
        await TryAsync(async () =>
            await world.Portal.AsJobAsync(
                DeadlineSweep.Job,
                (DeadlineSweep u) => u.ExecuteAsync(Ct)
            )
        );

        Findings.None(twin.Failures);
        Assert.InRange(twin.Sql.Count, 150, int.MaxValue);
        Findings.None(twin.Sql.SelectMany(sql => TSql.Parse(sql).Select(e => $"{e}\n{sql}")));
    }

    [Fact]
    public async Task EveryTable_InsertUpdateDelete_ForSqlServer_Parses()
    {
        await using var twin = new SqlServerTwin();
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var rows = await world.BehindTheDoorAsync(async db =>
        {
            var found = new List<object>();
            foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned()))
            {
                found.AddRange(await OneOfAsync(db, entity.ClrType));
            }

            return found;
        });
        foreach (var row in rows)
        {
            foreach (
                var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted }
            )
            {
                twin.Db.Entry(row).State = state;
                await twin.NoteChangeAsync(Ct);
            }
        }

        foreach (var verb in new[] { "INSERT INTO", "UPDATE", "DELETE FROM" })
        {
            Assert.Equal(
                rows.Count,
                twin.Sql.Count(s => s.Contains(verb, StringComparison.Ordinal))
            );
        }

        Findings.None(twin.Sql.SelectMany(sql => TSql.Parse(sql).Select(e => $"{e}\n{sql}")));
    }

    [Fact]
    public async Task EveryKeyAndIndex_ForSqlServer_WithinItsLimit()
    {
        await using var twin = new SqlServerTwin();
        var tooLong = twin
            .Db.Model.GetEntityTypes()
            .SelectMany(e =>
                e.GetKeys()
                    .Select(k => (k.GetName()!, k.Properties))
                    .Concat(e.GetIndexes().Select(i => (i.GetDatabaseName()!, i.Properties)))
            )
            .Select(k => (Name: k.Item1, Bytes: k.Properties.Sum(BytesOf)))
            .Where(k => k.Bytes > LongestKey)
            .Select(k => $"{k.Name}: {k.Bytes} bytes");

        Findings.None(tooLong);
    }

    [Fact]
    public async Task CascadingDeletes_ForSqlServer_OnePathAtMost()
    {
        await using var twin = new SqlServerTwin();
        var cascades = twin
            .Db.Model.GetEntityTypes()
            .SelectMany(e => e.GetForeignKeys())
            .Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .ToLookup(f => f.PrincipalEntityType, f => f.DeclaringEntityType);
        var findings = new List<string>();
        foreach (var root in cascades.Select(c => c.Key))
        {
            var reached = new List<IEntityType>();
            Follow(root, [root], reached);
            findings.AddRange(
                reached
                    .CountBy(e => e)
                    .Where(e => e.Value > 1)
                    .Select(e => $"{root.ShortName()} → {e.Key.ShortName()}: {e.Value} paths")
            );
        }

        Findings.None(findings);
        return;

        void Follow(IEntityType from, HashSet<IEntityType> path, List<IEntityType> reached)
        {
            foreach (var to in cascades[from])
            {
                reached.Add(to);
                Assert.DoesNotContain(to, path);
                Follow(to, [.. path, to], reached);
            }
        }
    }

    [Fact]
    public async Task ExecutionStrategy_ForSqlServer_TriesAgainWhatBroke()
    {
        await using var twin = new SqlServerTwin();
        var strategy = twin.Db.Database.CreateExecutionStrategy();
        var tries = 0;

        var answered = await strategy.ExecuteAsync(
            _ =>
                ++tries == 1
                    ? throw new TimeoutException("The connection broke.")
                    : Task.FromResult(tries),
            Ct
        );

        Assert.IsType<SqlServerRetryingExecutionStrategy>(strategy);
        Assert.Equal(2, answered);
    }

    private static int BytesOf(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var type = mapping.Converter?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            Assert.True(mapping.Size is not null, $"{property} has no length.");
            return mapping.Size!.Value * (mapping.IsUnicode ? 2 : 1);
        }

        return type == typeof(Guid) ? 16
            : type == typeof(DateTimeOffset) ? 10
            : type == typeof(DateOnly) ? 3
            : type == typeof(bool) ? 1
            : 8;
    }

    private static async Task TryAsync(Func<Task<object?>> act)
    {
        try
        {
            await act();
        }
        catch (CommitFailedException)
        {
            // As far as its last query.
        }
    }

    private static async Task<List<object>> OneOfAsync(PilotDbContext db, Type type) =>
        await (Task<List<object>>)
            typeof(SqlServerTests)
                .GetMethod(
                    nameof(ReadOneAsync),
                    System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
                )!
                .MakeGenericMethod(type)
                .Invoke(null, [db])!;

    private static async Task<List<object>> ReadOneAsync<T>(PilotDbContext db)
        where T : class => [.. (await db.Set<T>().AsNoTracking().ToListAsync(Ct)).Take(1)];
}
