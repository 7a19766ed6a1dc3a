using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>Carries out one act at a time, so that a double click acts once, and keeps the last refusal to be shown.</summary>
public sealed class Acting
{
    /// <summary>The token for acts: an act that has begun is finished even if its user leaves. Reads take the page's own token.</summary>
    public static CancellationToken ToTheEnd => CancellationToken.None;

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
        catch (Exception e) when (DatabaseErrors.IsTransient(e))
        {
            // While it read: what it wrote is one transaction, which answers with a refusal itself.
            Refusal = PlatformRefusals.Busy();
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
