using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using Quartz;
using Radzen;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Account;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Layout;
using TradeSecretPilot.Web.Localization;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>Pages: components, languages, errors, static files and health.</summary>
public static class PortalPages
{
    public static void AddPortalPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.UseStaticWebAssets();
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                options.DetailedErrors = builder.Environment.IsDevelopment();
                // A tab that lost its connection comes back to what it showed.
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
            })
            .AddHubOptions(options => options.MaximumReceiveMessageSize = 256 * 1024);
        services.AddRadzenComponents();
        services.AddSingleton<ILocalizer, RadzenChinese>();
        services.AddSingleton<IStringLocalizer, PortalLocalizer>();
        services.AddPreferences();
        services.AddScoped<ShellSource>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddQuartz();
        services.TryAddSingleton(TimeProvider.System);
        // Chinese text stands in the HTML as itself, not as numbered entities three times its size.
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
    }

    public static void UsePortalErrors(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                StatusCodeSelector = e =>
                    e is PermissionDeniedException
                        ? StatusCodes.Status403Forbidden
                        : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(
            (context, next) =>
            {
                // The page that explains a refused form is read, not posted to: as a form it would be refused again.
                if (
                    context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                    || context.Features.Get<IExceptionHandlerFeature>() is not null
                )
                {
                    context.Request.Method = HttpMethods.Get;
                }

                return next(context);
            }
        );
    }

    public static void MapPortalPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapHealthChecks(
            "/health",
            new HealthCheckOptions { ResponseWriter = HealthReportWriter.WriteAsync }
        );
        app.MapPreferences();
        app.MapAccount();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options =>
                options.ContentSecurityFrameAncestorsPolicy = null
            );
    }
}
