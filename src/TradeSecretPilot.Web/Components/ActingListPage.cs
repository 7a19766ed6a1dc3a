using TradeSecretPilot.Domain;

namespace TradeSecretPilot.Web.Components;

/// <summary>A list on whose rows acts are carried out, as on an <see cref="ActingPage"/>; it reads again after each.</summary>
public abstract class ActingListPage : ListPage
{
    private readonly Acting _acting = new();

    /// <summary>An act is under way; buttons are off.</summary>
    protected bool Busy => _acting.IsBusy;

    /// <summary>Why the last act was not carried out; null when it was.</summary>
    protected Refusal? Refusal => _acting.Refusal;

    /// <summary>What the last act did, in the page's language; null when it was refused.</summary>
    protected string? Done { get; private set; }

    /// <summary>Carries out an act unless one is under way, then shows the list as it is now.</summary>
    protected async Task ActAsync(string done, Func<Task<Refusal?>> act)
    {
        Done = null;
        if (await _acting.RunAsync(act))
        {
            Done = done;
        }

        await LoadAsync();
    }
}
