using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Host.Jobs;
using TradeSecretPilot.Web.Parts.Demo;

namespace TradeSecretPilot.Web.Host.Demo;

/// <summary>
/// The demonstration: a sample world at a virtual date, one-click sign-in and a clock that moves forward. It is the default
/// without configuration, refuses to start in Production, and never shares a database with it.
/// </summary>
public static class DemoMode
{
    public const string Key = "Demo:Enabled";

    public static bool IsOn(this WebApplicationBuilder builder) =>
        builder.Configuration.GetValue(
            Key,
            DemoBuild.IsIncluded && !builder.Environment.IsProduction()
        );

    /// <summary>Registers the virtual clock as the one <see cref="TimeProvider"/>.</summary>
    /// <exception cref="SettingsException">In Production, or in a build without it.</exception>
    public static void AddDemoMode(this WebApplicationBuilder builder)
    {
        if (!builder.IsOn())
        {
            return;
        }

        if (builder.Environment.IsProduction())
        {
            throw new SettingsException(
                "正式环境（Production）不能启用演示模式，请去掉 Demo:Enabled。",
                "Demo mode does not start in Production: remove Demo:Enabled."
            );
        }

        if (!DemoBuild.IsIncluded)
        {
            throw new SettingsException(
                "这个发布版本不含演示模式，请去掉 Demo:Enabled。",
                "This build does not contain the demonstration: remove Demo:Enabled."
            );
        }

        DemoBuild.Add(builder.Services);
    }

    /// <summary>The buttons of the demonstration; absent outside it.</summary>
    public static void MapDemo(this WebApplication app)
    {
        if (app.Services.GetService<IDemonstration>() is not null)
        {
            DemoBuild.Map(app, app.PrepareJobsAsync);
        }
    }

    /// <summary>Fills or resumes the sample world; outside the demonstration refuses a demonstration's database.</summary>
    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        var ct = app.Lifetime.ApplicationStopping;
        if (app.Services.GetService<IDemonstration>() is not null)
        {
            await DemoBuild.PrepareAsync(app.Services, ct);
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(DetectDemonstration.Job);
        if (await scope.ServiceProvider.GetRequiredService<DetectDemonstration>().ExecuteAsync(ct))
        {
            throw new SettingsException(
                "这是演示数据库，正式环境不能使用。请另设 ConnectionStrings:Portal。",
                "This is a demonstration's database; set another ConnectionStrings:Portal."
            );
        }
    }
}
