using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>The circuits of this node by their session, to be ended with it, and to be counted.</summary>
public sealed class OpenSessions
{
    private readonly ConcurrentDictionary<string, (Guid Session, Action End)> _open = new();

    public IReadOnlyCollection<Guid> Ids => _open.Values.Select(c => c.Session).ToHashSet();

    /// <param name="end">Signs the circuit out.</param>
    public void Add(Guid session, string circuit, Action end) => _open[circuit] = (session, end);

    public void Remove(string circuit) => _open.TryRemove(circuit, out _);

    public int CountOf(Guid session) => _open.Values.Count(c => c.Session == session);

    /// <summary>Signs every circuit of a session out.</summary>
    public void End(Guid session)
    {
        foreach (var circuit in _open.Values.Where(c => c.Session == session))
        {
            circuit.End();
        }
    }
}

/// <summary>Tells <see cref="OpenSessions"/> of its circuit.</summary>
public sealed class CircuitSession(AuthenticationStateProvider authentication, OpenSessions open)
    : CircuitHandler
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    public override async Task OnCircuitOpenedAsync(
        Circuit circuit,
        CancellationToken cancellationToken
    )
    {
        if ((await authentication.GetAuthenticationStateAsync()).User.SessionId() is { } session)
        {
            open.Add(session, circuit.Id, SignOut);
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        open.Remove(circuit.Id);
        return Task.CompletedTask;
    }

    private void SignOut() =>
        ((ServerAuthenticationStateProvider)authentication).SetAuthenticationState(
            Task.FromResult(new AuthenticationState(Nobody))
        );
}
