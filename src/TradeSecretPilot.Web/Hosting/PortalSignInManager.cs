using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>Identity's sign-in, closed to disabled accounts.</summary>
public sealed class PortalSignInManager(
    UserManager<PortalAccount> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<PortalAccount> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalAccount>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalAccount> confirmation
) : SignInManager<PortalAccount>(accounts, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(PortalAccount user) =>
        user.DisabledAt is null && await base.CanSignInAsync(user);
}
