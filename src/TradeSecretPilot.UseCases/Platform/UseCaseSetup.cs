using System.Reflection;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Sample;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>Registers the one door and every act behind it.</summary>
public static class UseCaseSetup
{
    private const string Execute = "ExecuteAsync";

    /// <summary>Every use case: a public class with one public <c>ExecuteAsync</c>.</summary>
    public static IReadOnlyList<Type> UseCases { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetExportedTypes()
            .Where(t =>
                t is { IsClass: true, IsAbstract: false } && t.GetMethod(Execute) is not null
            )
            .Where(t => t != typeof(MigrateDatabase)),
    ];

    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped(sp => new PilotSessions(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            sp.GetRequiredService<CurrentActor>(),
            sp.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(sp => new MigrateDatabase(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>()
        ));
        services.AddSingleton(sp => new DemoWorld(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            sp.GetRequiredService<DatabaseOptions>(),
            sp.GetRequiredService<FileStore>()
        ));
        foreach (var useCase in UseCases)
        {
            services.AddScoped(useCase);
        }

        ValidatorOptions.Global.LanguageManager.Enabled = false;
        foreach (
            var validator in AssemblyScanner.FindValidatorsInAssembly(
                Assembly.GetExecutingAssembly()
            )
        )
        {
            services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        }

        return services;
    }
}
