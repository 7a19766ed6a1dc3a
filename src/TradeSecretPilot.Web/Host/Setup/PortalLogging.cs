using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>Logs: readable lines on the console, JSON lines with the trace's id in a file per day.</summary>
public static class PortalLogging
{
    private const long FileBytes = 100 * 1024 * 1024;
    private const int FilesKept = 31;
    private const int Failed = 1;

    private const string Line =
        "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {TraceId}{NewLine}{Exception}";

    /// <summary>Logs to the console until the host is built, so that a start that fails says why.</summary>
    public static void Begin() =>
        Log.Logger = new LoggerConfiguration()
            .MinimumLevel.Warning()
            .WriteTo.Console(
                outputTemplate: Line,
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose
            )
            .CreateBootstrapLogger();

    /// <summary>Says why the portal, or a command, stopped; plainly where the administrator can mend it.</summary>
    /// <returns>The code to end with.</returns>
    public static int Stopped(Exception exception)
    {
        if (exception is SettingsException)
        {
            Log.Fatal("{Reason:l}", exception.Message);
        }
        else if (DatabaseErrors.IsTransient(exception))
        {
            Log.Fatal(
                "数据库没有应答，请检查ConnectionStrings:Portal和数据库服务。 The database does not answer: check ConnectionStrings:Portal and its server. {Reason:l}",
                (exception.InnerException ?? exception).Message
            );
        }
        else
        {
            Log.Fatal(exception, "门户未能运行。 The portal stopped.");
        }

        return Failed;
    }

    public static ValueTask EndAsync() => Log.CloseAndFlushAsync();

    public static void AddPortalLogging(
        this WebApplicationBuilder builder,
        HostingSettings settings
    ) =>
        builder.Services.AddSerilog(configuration =>
        {
            configuration
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
                .ReadFrom.Configuration(builder.Configuration)
                .Enrich.FromLogContext()
                .WriteTo.Console(
                    outputTemplate: Line,
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
        });

    /// <summary>A command writes its result to the console, so warnings go to the error stream and nothing into the files.</summary>
    public static void AddCommandLogging(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(configuration =>
            configuration
                .MinimumLevel.Warning()
                .WriteTo.Console(
                    outputTemplate: Line,
                    formatProvider: CultureInfo.InvariantCulture,
                    standardErrorFromLevel: LogEventLevel.Verbose
                )
        );
}
