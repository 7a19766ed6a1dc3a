using MudBlazor;

namespace TradeSecretPilot.Web.Ui.Dialogs;

/// <summary>Short messages of what was done. They stay while the page changes, and screen readers say them.</summary>
public static class Snackbars
{
    /// <summary>How long a message stands, in milliseconds; it waits while the pointer rests on it.</summary>
    private const int Stay = 8000;

    /// <summary>Says that an act was carried out. Saving has its own indicator, and a refusal stands where it arose.</summary>
    public static void Done(this ISnackbar snackbar, string what) =>
        snackbar.Add(what, Severity.Success);

    /// <summary>They come and go without moving, for everybody: nothing is left to reduce.</summary>
    public static void Configure(SnackbarConfiguration options)
    {
        options.PositionClass = Defaults.Classes.Position.TopCenter;
        options.MaxDisplayedSnackbars = 3;
        options.NewestOnTop = true;
        // The same act done twice is said twice.
        options.PreventDuplicates = false;
        options.ClearAfterNavigation = false;
        options.MaximumOpacity = 100;
        options.ShowTransitionDuration = 0;
        options.VisibleStateDuration = Stay;
        options.HideTransitionDuration = 0;
    }
}
