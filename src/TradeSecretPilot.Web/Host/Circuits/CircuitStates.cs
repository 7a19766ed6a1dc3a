using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Caching.Hybrid;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>Where the state of pages lies that lost their circuit (<c>Circuits:Store</c>).</summary>
public enum CircuitStore
{
    /// <summary>In this process: one node, and a browser that comes back before the process ends.</summary>
    Memory = 1,

    /// <summary>In the portal's database: any node, over restarts.</summary>
    Database = 2,

    /// <summary>In Redis (<c>ConnectionStrings:Redis</c>): any node, over restarts.</summary>
    Redis = 3,
}

/// <summary>
/// A page outlives its circuit. A lost connection finds its circuit again for a while; after that, and after a restart, the
/// page resumes where it was from its kept state: what properties marked PersistentState held.
/// </summary>
public static class CircuitStates
{
    public const string Section = "Circuits";

    private static readonly TimeSpan Retained = TimeSpan.FromMinutes(10);

    public static void AddCircuitStates(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var section = builder.Configuration.GetSection(Section);
        var retained = section.GetValue("Retention", Retained);
        var provider = builder.Configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        services.Configure<CircuitOptions>(options =>
        {
            options.DisconnectedCircuitRetentionPeriod = retained;
            // Later the session has ended, and with it the right to resume.
            options.PersistedCircuitInMemoryRetentionPeriod = IdleTimeout.Span;
            options.PersistedCircuitDistributedRetentionPeriod = IdleTimeout.Span;
        });
        services.AddSingleton<OpenCircuits>();
        services.AddScoped<CircuitHandler, CircuitPausing>();
        var store = section.GetValue(
            "Store",
            provider == DatabaseProvider.Sqlite ? CircuitStore.Memory : CircuitStore.Database
        );
        if (store == CircuitStore.Memory)
        {
            return;
        }

        if (store == CircuitStore.Redis)
        {
            services.AddStackExchangeRedisCache(options =>
            {
                options.Configuration =
                    builder.Configuration.GetConnectionString("Redis")
                    ?? throw new SettingsException(
                        "Circuits:Store 为 Redis 时须设置 ConnectionStrings:Redis。",
                        "Circuits:Store is Redis: set ConnectionStrings:Redis."
                    );
                options.InstanceName = "TradeSecretPilot:";
            });
        }
        else
        {
            services.AddDatabaseCache();
        }

        services.AddHybridCache();
        services
            .AddOptions<CircuitOptions>()
            .Configure<HybridCache>((options, cache) => options.HybridPersistenceCache = cache);
    }

    /// <summary>Before this node stops, its open pages take their state with them, to resume on the next.</summary>
    public static void UseCircuitPauses(this WebApplication app) =>
        // Registered late, so that it runs before connections are closed: the last to register is the first to be called.
        app.Lifetime.ApplicationStarted.Register(() =>
            app.Lifetime.ApplicationStopping.Register(() =>
                app.Services.GetRequiredService<OpenCircuits>().PauseAll()
            )
        );
}
