using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Ui.Lists;

/// <summary>A list on whose rows acts are carried out, as on an <see cref="ActingPage"/>; it reads again after each.</summary>
public abstract class ActingListPage : ListPage
{
    private readonly Acting _acting = new();

    /// <summary>An act is under way; buttons are off.</summary>
    protected bool Busy => _acting.IsBusy;

    /// <summary>Why the last act was not carried out; null when it was.</summary>
    protected Refusal? Refusal => _acting.Refusal;

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    /// <summary>Carries out an act unless one is under way, says so, and shows the list as it is now.</summary>
    /// <param name="done">What the act did, in the page's language.</param>
    /// <returns>Whether it was done; if not, <see cref="Refusal"/> says why.</returns>
    protected async Task<bool> ActAsync(string done, Func<Task<Refusal?>> act)
    {
        var isDone = await _acting.RunAsync(act);
        if (isDone)
        {
            Snackbar.Done(done);
        }

        await LoadAsync();
        return isDone;
    }

    /// <summary>Carries out an act after which another page is opened: nothing is said or read here unless it was refused.</summary>
    /// <returns>Whether it was done; if not, <see cref="Refusal"/> says why.</returns>
    protected async Task<bool> ActToLeaveAsync(Func<Task<Refusal?>> act)
    {
        var isDone = await _acting.RunAsync(act);
        if (!isDone)
        {
            await LoadAsync();
        }

        return isDone;
    }
}
