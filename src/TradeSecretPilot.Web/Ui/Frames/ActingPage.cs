namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>
/// A page on which acts are carried out: one at a time, so that a double click acts once, and each refusal is kept to be
/// shown. Reading stops when the page is left; an act that was begun is always finished.
/// </summary>
public abstract class ActingPage : LoadingComponent
{
    private readonly Acting _acting = new();

    /// <summary>An act is under way; buttons are off.</summary>
    protected bool Busy => _acting.IsBusy;

    /// <summary>Why the last act was not carried out; null when it was.</summary>
    protected Refusal? Refusal
    {
        get => _acting.Refusal;
        set => _acting.Refusal = value;
    }

    /// <summary>
    /// Carries out an act unless one is under way. When it is refused because of how the record stands, and not for what was
    /// filled in, the page shows how it stands now beside the reason.
    /// </summary>
    /// <returns>Whether it was done; if not, <see cref="Refusal"/> says why.</returns>
    protected async Task<bool> ActAsync(Func<Task<Refusal?>> act)
    {
        if (Busy)
        {
            return false;
        }

        var done = await _acting.RunAsync(act);
        if (
            Refusal is { } refusal
            && refusal.Kind is not (RefusalKind.InvalidInput or RefusalKind.Unavailable)
        )
        {
            await ShowPresentAsync();
            Refusal = refusal;
        }

        return done;
    }

    /// <summary>Reads anew what acts are confirmed on.</summary>
    protected abstract Task ShowPresentAsync();
}
