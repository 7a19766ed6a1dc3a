using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Host.Circuits;
using TradeSecretPilot.Web.Host.Security;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>Sessions: the cookie, its 30 idle minutes, and who acts in a request or circuit.</summary>
public static class PortalIdentity
{
    private const string PasswordPage = "/account/password";

    /// <summary>Pages that one session has open on a node at the same time; <c>Circuits:PerSession</c>.</summary>
    private const int PagesOfASession = 30;

    public static void AddPortalIdentity(
        this WebApplicationBuilder builder,
        HostingSettings settings
    )
    {
        var services = builder.Services;
        var https = settings.UsesHttps(builder.Environment);
        services.AddHttpContextAccessor();
        services
            .AddPilotIdentity()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddSignInManager<PortalSignInManager>();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies =>
            {
                cookies.ApplicationCookie!.Configure(options =>
                {
                    Protect(options, "session", https);
                    options.ExpireTimeSpan = IdleTimeout.Span;
                    options.SlidingExpiration = true;
                    options.LoginPath = PortalPaths.SignIn;
                    options.AccessDeniedPath = "/account/denied";
                    options.ReturnUrlParameter = "returnUrl";
                    options.Events.OnValidatePrincipal = SessionCookies.ValidateAsync;
                });
                cookies.TwoFactorUserIdCookie!.Configure(options =>
                    Protect(options, "second-step", https)
                );
            });
        services.AddScoped<OwnSecret>();
        services.AddScoped<LinkedPassword>();
        services.AddSingleton<FailedNames>();
        services.AddPermissionPolicies();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<CircuitActivity>();
        services.AddScoped<CircuitHandler>(provider =>
            provider.GetRequiredService<CircuitActivity>()
        );
        services.AddScoped<CircuitHandler, CircuitActor>();
        services.AddSingleton<OpenSessions>();
        services.AddScoped<CircuitHandler, CircuitSession>();
        services.AddHostedService<SessionWatch>();
    }

    /// <summary>Sets the actor of a request from its signed-in user.</summary>
    public static void UseCurrentActor(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var current = context.RequestServices.GetRequiredService<CurrentActor>();
                if (context.User.AccountId() is { } account)
                {
                    current.ActAsAccount(account, context.User.SessionId());
                }
                else
                {
                    current.ActAsPublic();
                }

                return next(context);
            }
        );

    /// <summary>A first password from an administrator opens nothing but the page that changes it.</summary>
    public static void UseFirstPassword(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    IsWorkspace(context)
                    && context.User.HasClaim(c => c.Type == PortalClaims.MustChangePassword)
                )
                {
                    context.Response.Redirect(PasswordPage);
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );

    /// <summary>No session opens pages without end: each keeps memory on the server.</summary>
    public static void UsePageLimit(this WebApplication app)
    {
        var most = app.Configuration.GetValue("Circuits:PerSession", PagesOfASession);
        var open = app.Services.GetRequiredService<OpenSessions>();
        app.Use(
            (context, next) =>
            {
                if (
                    IsWorkspace(context)
                    && context.User.SessionId() is { } session
                    && open.CountOf(session) >= most
                )
                {
                    RefusedRequest.Explain(context, PlatformRefusals.TooManyPages(most));
                    context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );
    }

    /// <summary>A page, and none of those that look after the account.</summary>
    private static bool IsWorkspace(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && !context.Request.Path.StartsWithSegments("/account");

    private static void Protect(CookieAuthenticationOptions options, string name, bool https)
    {
        options.TimeProvider = TimeProvider.System;
        options.Cookie.Name = (https ? "__Host-tsp." : "tsp.") + name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = https
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.SameAsRequest;
    }
}
