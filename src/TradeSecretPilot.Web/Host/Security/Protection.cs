using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>Antiforgery, cookies, HTTPS and sizes.</summary>
public static class Protection
{
    public static void AddProtection(this WebApplicationBuilder builder, HostingSettings settings)
    {
        RequiredHosts.Check(builder);
        var https = settings.UsesHttps(builder.Environment);
        var secure = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = https ? "__Host-tsp.forgery" : "tsp.forgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure;
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<CookiePolicyOptions>(options =>
        {
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
            options.Secure = secure;
        });
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.Proxies)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        builder.Services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        builder.Services.Configure<FormOptions>(options =>
            options.MultipartBodyLengthLimit = settings.MaxRequestBytes
        );
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = settings.MaxRequestBytes;
        });
        builder.Services.AddSignInRateLimit(settings);
        builder.Services.AddSingleton(_ => new UploadRateLimit(settings));
    }

    public static void UseProtection(this WebApplication app, HostingSettings settings)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (settings.UsesHttps(app.Environment))
        {
            app.UseHsts();
            app.UseHttpsRedirection();
            app.UseNoPlainHttp();
        }

        app.UseCookiePolicy();
    }
}
