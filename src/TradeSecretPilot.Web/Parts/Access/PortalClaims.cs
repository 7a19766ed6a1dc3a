using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>What the session cookie says of an account, beside its id and security stamp. Acts re-read the account.</summary>
public sealed class PortalClaims(
    UserManager<PortalAccount> accounts,
    IOptions<IdentityOptions> options
) : UserClaimsPrincipalFactory<PortalAccount>(accounts, options)
{
    public const string DisplayName = "tsp:name";

    /// <summary>The session, see <see cref="UseCases.Platform.Identity.AccountSession"/>.</summary>
    public const string Session = "tsp:session";

    /// <summary>What has to be done before anything else opens, see <see cref="AccountGate"/>. Found anew with every request.</summary>
    public const string Gate = "tsp:gate";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role.ToString()));
        return identity;
    }
}

/// <summary>Reading the claims back.</summary>
public static class PortalClaimsExtensions
{
    /// <summary>The signed-in account, or null.</summary>
    public static Guid? AccountId(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true }
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? id
            : null;

    /// <summary>The session that the cookie names, or null.</summary>
    public static Guid? SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(PortalClaims.Session), out var id) ? id : null;

    /// <summary>What the account has to do before anything else opens to it; null when nothing.</summary>
    public static AccountGate? Gate(this ClaimsPrincipal user) =>
        Enum.TryParse<AccountGate>(user.FindFirstValue(PortalClaims.Gate), out var gate)
            ? gate
            : null;

    /// <summary>Notes for the rest of the request what the account has to do first.</summary>
    public static void SetGate(this ClaimsPrincipal user, AccountGate? gate)
    {
        if (user.Identity is not ClaimsIdentity identity)
        {
            return;
        }

        // A cookie that was renewed carries what was found then.
        foreach (var former in identity.FindAll(PortalClaims.Gate).ToList())
        {
            identity.RemoveClaim(former);
        }

        if (gate is { } first)
        {
            identity.AddClaim(new Claim(PortalClaims.Gate, first.ToString()));
        }
    }

    /// <summary>The account's one role, or null.</summary>
    public static Role? Role(this ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;
}
