using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>Logs: readable lines on the console, JSON lines with the trace's id in a file per day.</summary>
public static class PortalLogging
{
    private const long FileBytes = 100 * 1024 * 1024;
    private const int FilesKept = 31;

    public static void AddPortalLogging(
        this WebApplicationBuilder builder,
        HostingSettings settings
    )
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {TraceId}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture
            );
        if (settings.LogFolder.Length > 0)
        {
            var folder = Path.Combine(builder.Environment.ContentRootPath, settings.LogFolder);
            configuration.WriteTo.File(
                new JsonFormatter(
                    renderMessage: true,
                    formatProvider: CultureInfo.InvariantCulture
                ),
                Path.Combine(folder, "portal-.json"),
                rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: FileBytes,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: FilesKept,
                shared: true
            );
        }

        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }
}
