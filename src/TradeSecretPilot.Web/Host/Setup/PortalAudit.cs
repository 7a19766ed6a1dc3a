using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>
/// Where the keys of the audit trail and its anchors lie outside the database (<c>Audit:Keys</c>, <c>Audit:Anchors</c>). Outside
/// Production the keys are made by themselves; in Production somebody makes them and knows where they are kept.
/// </summary>
public static class PortalAudit
{
    private const string DefaultKeys = "App_Data/audit/keys.json";
    private const string DefaultAnchors = "App_Data/audit/anchors.jsonl";

    public static void AddPortalAudit(this WebApplicationBuilder builder)
    {
        var keys = KeysOf(builder.Configuration, builder.Environment);
        var makes = !builder.Environment.IsProduction();
        builder.Services.AddPilotAudit(
            _ =>
                makes
                    ? AuditKeys.ReadOrMake(keys, TimeProvider.System.GetUtcNow())
                    : AuditKeys.Read(keys),
            new AuditAnchorFile(AnchorsOf(builder.Configuration, builder.Environment)),
            builder.Configuration.GetValue<Uri?>("Audit:TimeStampAuthority")
        );
    }

    /// <summary>The file of the keys.</summary>
    public static string KeysOf(IConfiguration configuration, IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, configuration["Audit:Keys"] ?? DefaultKeys);

    /// <summary>The file of the anchors.</summary>
    public static string AnchorsOf(IConfiguration configuration, IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, configuration["Audit:Anchors"] ?? DefaultAnchors);

    /// <summary>Seals what an earlier version wrote, before the first request.</summary>
    /// <exception cref="SettingsException">There are no keys, in Production.</exception>
    public static async Task PrepareAuditAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(SealAudit.Job);
        var sealing = await scope
            .ServiceProvider.GetRequiredService<SealAudit>()
            .ExecuteAsync(app.Lifetime.ApplicationStopping);
        if (sealing.Problem is { } problem)
        {
            app.Logger.LogCritical(
                "The audit trail was not sealed: entry {Sequence}, {Problem}",
                problem.Sequence,
                problem.Problem
            );
        }
    }
}
