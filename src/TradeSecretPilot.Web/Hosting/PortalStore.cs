using Microsoft.AspNetCore.DataProtection;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>The database by configuration (<c>Database:Provider</c>, <c>ConnectionStrings:Portal</c>) and the use cases on it.</summary>
public static class PortalStore
{
    private const string DefaultAddress = "http://localhost:5080";
    private const string DefaultKeys = "App_Data/keys";
    private const string DefaultFile = "App_Data/portal.db";

    public static void AddPortalStore(this WebApplicationBuilder builder)
    {
        var provider = builder.Configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connection = builder.Configuration.GetConnectionString("Portal");
        if (string.IsNullOrEmpty(connection))
        {
            var file = Path.Combine(builder.Environment.ContentRootPath, DefaultFile);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            connection = $"Data Source={file}";
        }

        builder.AddPortalKeys();
        builder.Services.AddPilotDatabase(new DatabaseOptions(provider, connection));
        builder.Services.AddUseCases();
        builder.Services.AddPilotMail(
            builder.Configuration.GetSection(MailOptions.Section).Get<MailOptions>()
                ?? new MailOptions()
        );
    }

    /// <summary>
    /// The keys of cookies and forms, kept over restarts in <c>Keys:Folder</c>; nodes of one portal share the folder.
    /// </summary>
    private static void AddPortalKeys(this WebApplicationBuilder builder)
    {
        var folder = Path.Combine(
            builder.Environment.ContentRootPath,
            builder.Configuration["Keys:Folder"] ?? DefaultKeys
        );
        builder
            .Services.AddDataProtection()
            .SetApplicationName("TradeSecretPilot")
            .PersistKeysToFileSystem(Directory.CreateDirectory(folder));
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
