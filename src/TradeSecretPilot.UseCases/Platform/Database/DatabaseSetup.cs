using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>One model on three providers; migrations stand in an assembly for each.</summary>
public static class DatabaseSetup
{
    private const string MigrationsPrefix = "TradeSecretPilot.Migrations.";
    private const string LogCategory = "TradeSecretPilot.Database";

    /// <summary>Retries at once, after one second and after two: longer than that nobody waits for a button.</summary>
    private const int Retries = 3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddPilotDatabase(
        this IServiceCollection services,
        DatabaseOptions database
    )
    {
        services.AddSingleton(database);
        services.AddSingleton(sp =>
        {
            var builder = new DbContextOptionsBuilder<PilotDbContext>();
            Configure(builder, database);
            var loggers = sp.GetService<ILoggerFactory>();
            builder.UseLoggerFactory(loggers);
            builder.AddInterceptors(
                sp.GetServices<IInterceptor>().Append(Watch(loggers, database))
            );
            return builder.Options;
        });
        // Identity's stores are the only users of this registration; they see accounts and nothing else.
        services.AddScoped(sp => new PilotDbContext(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            Tenancy.SignIn
        ));
        return services;
    }

    /// <summary>The cache that nodes on one database share.</summary>
    public static IServiceCollection AddDatabaseCache(this IServiceCollection services) =>
        services.AddSingleton<IDistributedCache>(sp => new DatabaseCache(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>()
        ));

    internal static void Configure(DbContextOptionsBuilder builder, DatabaseOptions database)
    {
        var migrations = MigrationsPrefix + database.Provider;
        _ = database.Provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite(
                database.ConnectionString,
                o => o.MigrationsAssembly(migrations)
            ),
            DatabaseProvider.PostgreSql => builder.UseNpgsql(
                database.ConnectionString,
                o =>
                    o.MigrationsAssembly(migrations)
                        .EnableRetryOnFailure(Retries, LongestWait, errorCodesToAdd: null)
            ),
            _ => builder.UseSqlServer(
                database.ConnectionString,
                o =>
                    o.MigrationsAssembly(migrations)
                        .EnableRetryOnFailure(Retries, LongestWait, errorNumbersToAdd: null)
            ),
        };
        builder.ReplaceService<IMemoryCache, QueryCache>();
        builder.ReplaceService<IModelCacheKeyFactory, TenancyModels>();
        // A filtered row behind a required navigation is not there for this actor: that is what the filters are for.
        builder.ConfigureWarnings(w =>
            w.Ignore(
                    CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning
                )
                // Which rows a cut leaves would be the database's whim.
                .Throw(
                    CoreEventId.RowLimitingOperationWithoutOrderByWarning,
                    CoreEventId.FirstWithoutOrderByAndFilterWarning
                )
                // A failure is logged where it is caught: a taken key or a stale version is a refusal, and no error.
                .Log(
                    (RelationalEventId.CommandError, LogLevel.Debug),
                    (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                    (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
                    (CoreEventId.QueryIterationFailed, LogLevel.Debug)
                )
        );
    }

    private static StatementWatch Watch(ILoggerFactory? loggers, DatabaseOptions database) =>
        new(
            loggers?.CreateLogger(LogCategory),
            TimeSpan.FromMilliseconds(database.SlowMilliseconds),
            // Npgsql makes spans itself.
            makesSpans: database.Provider != DatabaseProvider.PostgreSql
        );
}
