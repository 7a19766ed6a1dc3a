using TradeSecretPilot.Domain;

namespace TradeSecretPilot.Web.Components;

/// <summary>Carries out one act at a time, so that a double click acts once, and keeps the last refusal to be shown.</summary>
public sealed class Acting
{
    /// <summary>An act is under way; buttons are off.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Why the last act was not carried out; null when it was.</summary>
    public Refusal? Refusal { get; set; }

    /// <summary>Carries out an act unless one is under way.</summary>
    /// <returns>Whether it was done; if not, <see cref="Refusal"/> says why.</returns>
    public async Task<bool> RunAsync(Func<Task<Refusal?>> act)
    {
        if (IsBusy)
        {
            return false;
        }

        IsBusy = true;
        try
        {
            Refusal = await act();
            return Refusal is null;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
