using TradeSecretPilot.UseCases;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Rendering.Typst;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>The database by configuration (<c>Database:Provider</c>, <c>ConnectionStrings:Portal</c>) and the use cases on it.</summary>
public static class PortalStore
{
    private const string DefaultAddress = "http://localhost:5080";
    private const string DefaultFile = "App_Data/portal.db";

    public static void AddPortalStore(this WebApplicationBuilder builder)
    {
        var provider = builder.Configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connection = builder.Configuration.GetConnectionString("Portal");
        if (string.IsNullOrEmpty(connection))
        {
            if (provider != DatabaseProvider.Sqlite)
            {
                throw new InvalidOperationException(
                    $"Database:Provider 为 {provider} 时须设置 ConnectionStrings:Portal。 "
                        + $"Database:Provider is {provider}: set ConnectionStrings:Portal."
                );
            }

            var file = Path.Combine(builder.Environment.ContentRootPath, DefaultFile);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            connection = $"Data Source={file}";
        }

        builder.AddPortalKeys(provider);
        builder.Services.AddPilotDatabase(
            new DatabaseOptions(provider, connection)
            {
                SlowMilliseconds = builder.Configuration.GetValue(
                    $"{DatabaseOptions.Section}:{nameof(DatabaseOptions.SlowMilliseconds)}",
                    DatabaseOptions.DefaultSlowMilliseconds
                ),
            }
        );
        builder.Services.AddUseCases();
        builder.AddPortalAudit();
        builder.Services.AddPilotMail(
            builder.Configuration.GetSection(MailOptions.Section).Get<MailOptions>()
                ?? new MailOptions(),
            builder.Configuration[$"Documents:{nameof(DocumentOptions.PublicAddress)}"]
        );
    }

    /// <summary>http://localhost:5080 unless the configuration names another address.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (
            string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists()
        )
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    /// <summary>Brings the database to the present schema before the first request.</summary>
    public static Task PrepareStoreAsync(this WebApplication app) =>
        app
            .Services.GetRequiredService<MigrateDatabase>()
            .ExecuteAsync(app.Lifetime.ApplicationStopping);
}
