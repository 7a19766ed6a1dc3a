using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TradeSecretPilot.Domain.Organizations;

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

    public const string MustChangePassword = "tsp:must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role.ToString()));
        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(MustChangePassword, "1"));
        }

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

    /// <summary>The account's one role, or null.</summary>
    public static Role? Role(this ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;
}
