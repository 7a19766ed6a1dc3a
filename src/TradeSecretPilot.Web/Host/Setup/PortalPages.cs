using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Host.Circuits;
using TradeSecretPilot.Web.Host.Clock;
using TradeSecretPilot.Web.Host.Endpoints;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Demo;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Ui.Controls;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Files;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Host.Setup;

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
                options.DetailedErrors = builder.Environment.IsDevelopment()
            )
            .AddHubOptions(options => options.MaximumReceiveMessageSize = 512 * 1024);
        builder.AddCircuitStates();
        services.AddScoped<ControlLoader>();
        services.AddScoped<IDialogService, PortalDialogs>();
        services.AddMudServices(options => Snackbars.Configure(options.SnackbarConfiguration));
        services.AddSingleton<MudLocalizer, MudChinese>();
        services.AddSingleton<IStringLocalizer, PortalLocalizer>();
        services.AddPreferences();
        services.AddScoped<ShellSource>();
        services.AddSingleton<EntranceCache>();
        services.AddScoped<OpenSentFile>(sp =>
            (upload, ct) => sp.GetRequiredService<FetchUpload>().ExecuteAsync(new(upload), ct)
        );
        // One node that shares nothing has it in memory.
        services.AddDistributedMemoryCache();
        services.AddSingleton(sp => new EditorPresence(
            sp.GetRequiredService<IDistributedCache>(),
            TimeProvider.System,
            user => user.FindFirstValue(PortalClaims.DisplayName) ?? ""
        ));
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<ClockHealth>("clock");
        services.AddSingleton<ClockWatch>();
        services.AddHostedService(sp => sp.GetRequiredService<ClockWatch>());
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
                StatusCodeSelector = StatusMessage.CodeOf,
                // What is no bug is one line of the request log, without a stack.
                SuppressDiagnosticsCallback = context =>
                    StatusMessage.CodeOf(context.Exception)
                    != StatusCodes.Status500InternalServerError,
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
        app.UseReadableTexts();
        app.UseRefusedForms();
        app.UseAddressCheck();
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
