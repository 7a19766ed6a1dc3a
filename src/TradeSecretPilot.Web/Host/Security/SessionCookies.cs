using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Pages.Account;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>A cookie is worth as much as the session that it names: it is asked for with every request.</summary>
internal static class SessionCookies
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        var sessions = http.RequestServices.GetRequiredService<SessionStore>();
        if (
            context.Principal is { } user
            && user.AccountId() is { } account
            && user.SessionId() is { } session
        )
        {
            if (await sessions.FindAsync(account, session, http.RequestAborted) is { } lasting)
            {
                user.SetGate(lasting.Gate);
                return;
            }

            var reasons = await sessions.ReasonsAsync([session], http.RequestAborted);
            http.Items[typeof(SessionEnd)] = reasons.TryGetValue(session, out var end) ? end : null;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Whoever came with the cookie of a session that has ended is told why.</summary>
    public static Task RedirectToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.Items.TryGetValue(typeof(SessionEnd), out var end))
        {
            context.RedirectUri += $"&reason={EndedSession.ReasonOf(end as SessionEnd?)}";
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
