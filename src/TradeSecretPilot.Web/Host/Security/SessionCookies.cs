using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using TradeSecretPilot.UseCases.Platform.Identity;
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
            && await sessions.LastsAsync(account, session, http.RequestAborted)
        )
        {
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
