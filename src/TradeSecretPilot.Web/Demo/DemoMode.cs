using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Sample;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Demo;

/// <summary>
/// The demonstration: a sample world at a virtual date, one-click sign-in and a clock that moves forward. It is the default
/// without configuration, refuses to start in Production, and never shares a database with it.
/// </summary>
public static class DemoMode
{
    public const string Key = "Demo:Enabled";

    public static bool IsOn(this WebApplicationBuilder builder) =>
        builder.Configuration.GetValue(Key, !builder.Environment.IsProduction());

    /// <summary>Registers the virtual clock as the one <see cref="TimeProvider"/>.</summary>
    /// <exception cref="InvalidOperationException">In Production.</exception>
    public static void AddDemoMode(this WebApplicationBuilder builder)
    {
        if (!builder.IsOn())
        {
            return;
        }

        if (builder.Environment.IsProduction())
        {
            throw new InvalidOperationException(
                "正式环境（Production）不能启用演示模式，请去掉 Demo:Enabled。 "
                    + "Demo mode does not start in Production: remove Demo:Enabled."
            );
        }

        var clock = new DemoClock(TimeProvider.System);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<DemoControl>();
    }

    /// <summary>Fills or resumes the sample world; outside the demonstration refuses a demonstration's database.</summary>
    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        var ct = app.Lifetime.ApplicationStopping;
        if (app.Services.GetService<DemoControl>() is { } control)
        {
            await control.PrepareAsync(ct);
        }
        else if (await app.Services.GetRequiredService<DemoWorld>().IsDemonstrationAsync(ct))
        {
            throw new InvalidOperationException(
                "这是演示数据库，正式环境不能使用。请另设 ConnectionStrings:Portal。 "
                    + "This is a demonstration's database; set another ConnectionStrings:Portal."
            );
        }
    }
}

/// <summary>Runs jobs of the demonstration in a scope of their own.</summary>
internal static class DemoScopes
{
    public static async Task<T> AsJobAsync<TUseCase, T>(
        this IServiceScopeFactory scopes,
        Func<TUseCase, Task<T>> act
    )
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeJob(ActorWords.Demo);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
