using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain;

namespace TradeSecretPilot.Web.Components;

/// <summary>
/// A page on which acts are carried out: one at a time, so that a double click acts once, and each refusal is kept to be
/// shown. Reading stops when the page is left; an act that was begun is always finished.
/// </summary>
public abstract class ActingPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly Acting _acting = new();

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left => _left.Token;

    /// <summary>An act is under way; buttons are off.</summary>
    protected bool Busy => _acting.IsBusy;

    /// <summary>Why the last act was not carried out; null when it was.</summary>
    protected Refusal? Refusal
    {
        get => _acting.Refusal;
        set => _acting.Refusal = value;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _left.Cancel();
            _left.Dispose();
        }
    }

    /// <summary>Carries out an act unless one is under way.</summary>
    /// <returns>Whether it was done; if not, <see cref="Refusal"/> says why.</returns>
    protected Task<bool> ActAsync(Func<Task<Refusal?>> act) => _acting.RunAsync(act);
}
