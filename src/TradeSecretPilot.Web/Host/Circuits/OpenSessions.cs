using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Pages.Account;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>What is open on this node by its session, to be ended with it: pages, which are counted, and requests under way.</summary>
/// <param name="most">Pages that a session may have open.</param>
public sealed class OpenSessions(int most)
{
    private readonly ConcurrentDictionary<string, Open> _pages = new();
    private readonly ConcurrentDictionary<string, Open> _requests = new();

    /// <summary>Pages that a session may have open.</summary>
    public int Most { get; } = most;

    public IReadOnlyCollection<Guid> Ids => All.Select(o => o.Session).ToHashSet();

    private IEnumerable<Open> All => _pages.Values.Concat(_requests.Values);

    /// <param name="end">Signs the circuit out, and says why.</param>
    /// <returns>False when it is one more than a session may have.</returns>
    public bool AddPage(Guid session, string circuit, Action<SessionEnd?> end)
    {
        _pages[circuit] = new(session, end);
        return CountOf(session) <= Most;
    }

    public void RemovePage(string circuit) => _pages.TryRemove(circuit, out _);

    /// <param name="end">Breaks the request off.</param>
    public void AddRequest(Guid session, string request, Action end) =>
        _requests[request] = new(session, _ => end());

    public void RemoveRequest(string request) => _requests.TryRemove(request, out _);

    /// <summary>The pages that a session has open.</summary>
    public int CountOf(Guid session) => _pages.Values.Count(c => c.Session == session);

    /// <summary>Ends all that is open of a session.</summary>
    /// <param name="why">Null when it is not known.</param>
    public void End(Guid session, SessionEnd? why)
    {
        foreach (var open in All.Where(c => c.Session == session))
        {
            open.End(why);
        }
    }

    private sealed record Open(Guid Session, Action<SessionEnd?> End);
}

/// <summary>Tells <see cref="OpenSessions"/> of its circuit.</summary>
public sealed class CircuitSession(AuthenticationStateProvider authentication, OpenSessions open)
    : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(
        Circuit circuit,
        CancellationToken cancellationToken
    )
    {
        if (
            (await authentication.GetAuthenticationStateAsync()).User.SessionId() is { } session
            && !open.AddPage(session, circuit.Id, SignOut)
        )
        {
            // Several were asked for at once, when there was room for each. Asked for again, this one is refused in words.
            SignOut(null);
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        open.RemovePage(circuit.Id);
        return Task.CompletedTask;
    }

    private void SignOut(SessionEnd? why)
    {
        var nobody = new ClaimsIdentity([
            new Claim(RedirectToSignIn.EndedClaim, EndedSession.ReasonOf(why)),
        ]);
        ((ServerAuthenticationStateProvider)authentication).SetAuthenticationState(
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(nobody)))
        );
    }
}
