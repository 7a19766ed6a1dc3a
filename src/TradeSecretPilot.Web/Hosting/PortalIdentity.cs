using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>Sessions: the cookie, its 30 idle minutes, and who acts in a request or circuit.</summary>
public static class PortalIdentity
{
    private const string PasswordPage = "/account/password";
    private static readonly TimeSpan StampChecked = TimeSpan.FromMinutes(5);

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
                    options.LoginPath = SignInRateLimit.Path;
                    options.AccessDeniedPath = "/account/denied";
                    options.ReturnUrlParameter = "returnUrl";
                });
                cookies.TwoFactorUserIdCookie!.Configure(options =>
                    Protect(options, "second-step", https)
                );
            });
        // Real time: the demonstration's clock must not end sessions.
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.TimeProvider = TimeProvider.System;
            options.ValidationInterval = StampChecked;
        });
        services.AddPermissionPolicies();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<CircuitActivity>();
        services.AddScoped<CircuitHandler>(provider =>
            provider.GetRequiredService<CircuitActivity>()
        );
        services.AddScoped<CircuitHandler, CircuitActor>();
    }

    /// <summary>Tells the one door who stands behind the request.</summary>
    public static void UseCurrentActor(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var current = context.RequestServices.GetRequiredService<CurrentActor>();
                if (context.User.AccountId() is { } account)
                {
                    current.BecomeAccount(account);
                }
                else
                {
                    current.BecomePublic();
                }

                return next(context);
            }
        );

    /// <summary>A first password from an administrator opens nothing but the page that changes it.</summary>
    public static void UseFirstPassword(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var isPage =
                    context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()
                    is not null;
                if (
                    isPage
                    && context.User.HasClaim(c => c.Type == PortalClaims.MustChangePassword)
                    && !context.Request.Path.StartsWithSegments("/account")
                )
                {
                    context.Response.Redirect(PasswordPage);
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );

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
