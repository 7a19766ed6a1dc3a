using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>Looks every minute whether an open page still belongs to somebody: in use, not disabled, same password.</summary>
public sealed class CircuitAuthentication(
    ILoggerFactory loggers,
    IServiceScopeFactory scopes,
    IOptions<IdentityOptions> options,
    CircuitActivity activity
) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        if (activity.IsIdle)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<PortalAccount>>();
        var account = await accounts.GetUserAsync(authenticationState.User);
        if (account is null || account.DisabledAt is not null)
        {
            return false;
        }

        var stamp = authenticationState.User.FindFirstValue(
            options.Value.ClaimsIdentity.SecurityStampClaimType
        );
        return stamp == await accounts.GetSecurityStampAsync(account);
    }
}
