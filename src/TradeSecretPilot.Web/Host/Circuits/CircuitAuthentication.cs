using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>
/// Looks every minute whether an open page is in use and its session lasts. A session that is ended elsewhere ends it sooner, by
/// <see cref="SessionWatch"/>.
/// </summary>
public sealed class CircuitAuthentication(
    ILoggerFactory loggers,
    SessionStore sessions,
    CircuitActivity activity
) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) =>
        !activity.IsIdle
        && authenticationState.User.AccountId() is { } account
        && authenticationState.User.SessionId() is { } session
        && await sessions.LastsAsync(account, session, cancellationToken);
}
