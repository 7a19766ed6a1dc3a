using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>Tells the one door who stands behind a circuit, and when nobody does any more.</summary>
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
        Become(await authentication.GetAuthenticationStateAsync());
    }

    public void Dispose() => authentication.AuthenticationStateChanged -= OnChanged;

    private void OnChanged(Task<AuthenticationState> state) =>
        _ = state.ContinueWith(
            s => Become(s.Result),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );

    private void Become(AuthenticationState state)
    {
        if (state.User.AccountId() is { } account)
        {
            current.BecomeAccount(account);
        }
        else
        {
            current.BecomePublic();
        }
    }
}
