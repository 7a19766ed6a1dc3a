using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>Sets the actor of a circuit from its signed-in user, and clears it when the user is signed out.</summary>
public sealed class CircuitActor(AuthenticationStateProvider authentication, CurrentActor current)
    : CircuitHandler,
        IDisposable
{
    public override async Task OnCircuitOpenedAsync(
        Circuit circuit,
        CancellationToken cancellationToken
    )
    {
        authentication.AuthenticationStateChanged += OnChanged;
        SetActor(await authentication.GetAuthenticationStateAsync());
    }

    public void Dispose() => authentication.AuthenticationStateChanged -= OnChanged;

    private void OnChanged(Task<AuthenticationState> state) =>
        _ = state.ContinueWith(
            s => SetActor(s.Result),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );

    private void SetActor(AuthenticationState state)
    {
        if (state.User.AccountId() is { } account)
        {
            current.ActAsAccount(account, state.User.SessionId());
        }
        else
        {
            current.ActAsPublic();
        }
    }
}
