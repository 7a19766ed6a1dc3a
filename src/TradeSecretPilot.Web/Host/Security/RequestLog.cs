using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Serilog;
using Serilog.Events;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>
/// One line for each request: method, path, status, time and the role that asked. No name, no address of a person, and no query:
/// people type names into searches.
/// </summary>
public static class RequestLog
{
    private const string Template =
        "{RequestMethod:l} {RequestPath:l} {StatusCode} {Elapsed:0} ms {Role:l} {Refused:l}";

    /// <summary>Asked all the time, by machines: of interest only when they fail.</summary>
    private static readonly string[] Quiet =
    [
        "/health",
        "/uploads",
        "/_blazor",
        "/_framework",
        "/_content",
    ];

    public static void UseRequestLog(this IApplicationBuilder app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = Template;
            options.IncludeQueryInRequestPath = false;
            options.GetLevel = (http, _, exception) => LevelOf(http, exception);
            options.EnrichDiagnosticContext = (facts, http) =>
            {
                facts.Set("Role", http.User.Role()?.ToString() ?? "Public");
                facts.Set("Refused", ReasonOf(http) ?? "");
            };
        });

    private static LogEventLevel LevelOf(HttpContext http, Exception? exception) =>
        exception is not null
        || http.Response.StatusCode >= StatusCodes.Status500InternalServerError
            ? LogEventLevel.Error
        : ReasonOf(http) is not null ? LogEventLevel.Warning
        : IsQuiet(http) ? LogEventLevel.Debug
        : LogEventLevel.Information;

    /// <summary>Why an act was not allowed; null when nothing was refused in that way.</summary>
    private static string? ReasonOf(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Error is PermissionDeniedException denied
            ? denied.Message
            : null;

    private static bool IsQuiet(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || Array.Exists(Quiet, q => http.Request.Path.StartsWithSegments(q));
}
