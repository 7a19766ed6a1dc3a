using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.Demo.World;

/// <summary>Registers the demonstration on top of the portal's use cases.</summary>
public static class DemoSetup
{
    /// <summary>The acts of sample world and virtual clock.</summary>
    public static IReadOnlyList<Type> UseCases { get; } =
        UseCaseSetup.UseCasesOf(Assembly.GetExecutingAssembly());

    /// <summary>The acts alone: for the rehearsal, and for tests that need the sample's people.</summary>
    public static IServiceCollection AddDemoUseCases(this IServiceCollection services) =>
        services.AddUseCases(UseCases);

    /// <summary>The virtual clock as the one <see cref="TimeProvider"/>, the sample world and its control.</summary>
    public static IServiceCollection AddDemonstration(this IServiceCollection services)
    {
        var clock = new DemoClock(TimeProvider.System);
        return services
            .AddDemoUseCases()
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(sp => new DemoWorld(
                sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
                sp.GetRequiredService<DatabaseOptions>(),
                sp.GetRequiredService<FileStore>(),
                sp.GetRequiredService<AuditKeys>(),
                sp.GetRequiredService<AuditAnchorFile>()
            ))
            .AddSingleton<DemoControl>()
            .AddHostedService<FollowDemoClock>();
    }
}
