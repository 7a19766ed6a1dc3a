using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Host.Circuits;
using TradeSecretPilot.Web.Host.Demo;
using TradeSecretPilot.Web.Host.Security;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>Sessions: the cookie, its 30 idle minutes, and who acts in a request or circuit.</summary>
public static class PortalIdentity
{
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
                    options.Events.OnRedirectToLogin = SessionCookies.RedirectToSignInAsync;
                });
                cookies.TwoFactorUserIdCookie!.Configure(options =>
                    Protect(options, "second-step", https)
                );
            });
        services.AddScoped<OwnSecret>();
        services.AddScoped<LinkedPassword>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<PasskeyCeremony>();
        services.AddScoped<PasskeySignIn>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Both factors: the authenticator asks for a finger, a face or a PIN, and knows whose key it is.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = TimeSpan.FromMinutes(2);
            options.ServerDomain = builder.Configuration["Security:Passkeys:Domain"];
        });
        services.AddSingleton<FailedNames>();
        services.AddPermissionPolicies();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<CircuitActivity>();
        services.AddScoped<CircuitHandler>(provider =>
            provider.GetRequiredService<CircuitActivity>()
        );
        services.AddScoped<CircuitHandler, CircuitActor>();
        services.AddSingleton(
            new OpenSessions(builder.Configuration.GetValue("Circuits:PerSession", PagesOfASession))
        );
        services.AddSingleton(SecondFactorSettings.Read(builder.Configuration, builder.IsOn()));
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

    /// <summary>
    /// A first password from an administrator opens nothing but the page that changes it, and an account that needs a second factor
    /// nothing but those that set one up. What is no page is refused at the one door.
    /// </summary>
    public static void UseAccountGates(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    IsPage(context)
                    && context.User.Gate() is { } gate
                    && PagesOf(gate) is var pages
                    && !pages.Any(page =>
                        context.Request.Path.Equals(page, StringComparison.Ordinal)
                    )
                )
                {
                    context.Response.Redirect(pages[0]);
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );

    /// <summary>Breaks off what is being sent or taken when its session ends: downloads, exports, uploads.</summary>
    public static void UseSessionRequests(this WebApplication app)
    {
        var open = app.Services.GetRequiredService<OpenSessions>();
        app.Use(
            (context, next) =>
                context.GetEndpoint()?.Metadata.GetMetadata<EndsWithItsSession>() is null
                || context.User.SessionId() is not { } session
                    ? next(context)
                    : SessionRequests.RunAsync(open, session, context, next)
        );
    }

    /// <summary>No session opens pages without end: each keeps memory on the server.</summary>
    public static void UsePageLimit(this WebApplication app)
    {
        var open = app.Services.GetRequiredService<OpenSessions>();
        app.Use(
            (context, next) =>
            {
                if (
                    IsWorkspace(context)
                    && context.User.SessionId() is { } session
                    && open.CountOf(session) >= open.Most
                )
                {
                    RefusedRequest.Explain(context, PlatformRefusals.TooManyPages(open.Most));
                    context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );
    }

    /// <summary>A page, and none of those that look after the account.</summary>
    private static bool IsWorkspace(HttpContext context) =>
        IsPage(context) && !context.Request.Path.StartsWithSegments("/account");

    /// <summary>One that was asked for: the page that explains a refusal is none, or it would be refused as well.</summary>
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && context.Features.Get<IExceptionHandlerFeature>() is null;

    /// <summary>What opens before the gate is passed; the first is where everything else leads.</summary>
    private static string[] PagesOf(AccountGate gate) =>
        gate == AccountGate.FirstPassword
            ? [PortalPaths.Password]
            : [PortalPaths.SecondFactor, PortalPaths.Passkeys, PortalPaths.Password];

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
