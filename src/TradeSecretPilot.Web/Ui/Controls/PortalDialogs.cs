using MudBlazor;

namespace TradeSecretPilot.Web.Ui.Controls;

/// <summary>The dialog service of a circuit, whose host is there by the time a dialog is shown.</summary>
public sealed class PortalDialogs(ControlLoader loader) : DialogService
{
    /// <summary>Waits until a dialog can be drawn.</summary>
    public Task ReadyAsync() => loader.LoadAsync();
}
