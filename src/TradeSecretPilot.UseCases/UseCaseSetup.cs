using System.Reflection;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases;

/// <summary>Registers the one door and every act behind it.</summary>
public static class UseCaseSetup
{
    private const string Execute = "ExecuteAsync";

    /// <summary>Every use case: a public class with one public <c>ExecuteAsync</c>.</summary>
    public static IReadOnlyList<Type> UseCases { get; } =
        UseCasesOf(Assembly.GetExecutingAssembly());

    /// <summary>The use cases that an assembly brings along.</summary>
    public static IReadOnlyList<Type> UseCasesOf(Assembly assembly) =>
        [
            .. assembly
                .GetExportedTypes()
                .Where(t =>
                    t is { IsClass: true, IsAbstract: false } && t.GetMethod(Execute) is not null
                )
                .Where(t => t != typeof(MigrateDatabase)),
        ];

    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddSingleton<WakeUps>();
        services.AddScoped(sp => DoorOf(sp, typeof(PilotSessions)));
        services.AddSingleton<NodeClock>();
        services.TryAddSingleton<HeavyWork>();
        services.AddSingleton(sp => new DatabaseClock(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>()
        ));
        services.AddSingleton(sp => new MigrateDatabase(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>()
        ));
        // The host says which roles need a second factor.
        services.TryAddSingleton(SecondFactorPolicy.Off);
        services.AddSingleton(sp => new SessionStore(
            sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            sp.GetRequiredService<SecondFactorPolicy>()
        ));
        services.AddSingleton<BundleMaker>();
        services.AddSingleton<BatchArchive>();
        services.AddUseCases(UseCases);
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

    /// <summary>Registers acts, those that print for a bundle as such too.</summary>
    public static IServiceCollection AddUseCases(
        this IServiceCollection services,
        IReadOnlyList<Type> useCases
    )
    {
        foreach (var useCase in useCases)
        {
            // Each gets a door with its own name on it, so that none can forget to say who it is.
            var create = ActivatorUtilities.CreateFactory(useCase, [typeof(PilotSessions)]);
            object Make(IServiceProvider sp) => create(sp, [DoorOf(sp, useCase)]);
            services.AddScoped(useCase, Make);
            if (useCase.IsAssignableTo(typeof(IBundlePrinter)))
            {
                services.AddScoped(typeof(IBundlePrinter), Make);
            }
        }

        return services;
    }

    private static PilotSessions DoorOf(IServiceProvider services, Type useCase) =>
        new(
            services.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            services.GetRequiredService<CurrentActor>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<NodeClock>(),
            services.GetRequiredService<AuditKeys>(),
            services.GetRequiredService<WakeUps>(),
            services.GetRequiredService<SecondFactorPolicy>(),
            UseCaseRules.Of(useCase)
        );
}
