using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TradeSecretPilot.Web.Pages.Account;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>Account acts that are no pages.</summary>
public static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/account");
        group.MapPost(
            "/sign-out",
            async (SignInManager<PortalAccount> signIn, [FromForm] string? reason) =>
            {
                await signIn.SignOutAsync();
                return Results.LocalRedirect(
                    $"{PortalPaths.SignIn}?reason={(reason == SignIn.Idle ? SignIn.Idle : SignIn.SignedOut)}"
                );
            }
        );

        // What a passkey signs to sign in: of whoever waits for the second step, or of anybody.
        group.MapGet(
            "/sign-in/passkey",
            async (
                HttpContext http,
                SignInManager<PortalAccount> signIn,
                PasskeyCeremony ceremony
            ) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                var begun = await ceremony.BeginSignInAsync(
                    await signIn.GetTwoFactorAuthenticationUserAsync()
                );
                return Results.Json(new { options = begun.Options, state = begun.State });
            }
        );

        // Asked while somebody works, so that the cookie is renewed although no page is loaded.
        group.MapGet(
            "/keep-alive",
            (HttpContext http) =>
                http.User.AccountId() is null ? Results.Unauthorized() : Results.NoContent()
        );
    }
}
