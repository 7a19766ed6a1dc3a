using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>One model on three providers; migrations stand in an assembly for each.</summary>
public static class DatabaseSetup
{
    private const string MigrationsPrefix = "TradeSecretPilot.Migrations.";

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
            builder.AddInterceptors(sp.GetServices<IInterceptor>());
            return builder.Options;
        });
        // Identity's stores are the only users of this registration; they see accounts and nothing else.
        services.AddScoped(sp => new PilotDbContext(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            Tenancy.SignIn
        ));
        return services;
    }

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
                o => o.MigrationsAssembly(migrations)
            ),
            _ => builder.UseSqlServer(
                database.ConnectionString,
                o => o.MigrationsAssembly(migrations)
            ),
        };
        // A filtered row behind a required navigation is not there for this actor: that is what the filters are for.
        builder.ConfigureWarnings(w =>
            w.Ignore(
                CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning
            )
        );
    }
}
