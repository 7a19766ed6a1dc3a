using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace TradeSecretPilot.Web.Ui.Dialogs;

/// <summary>Asks before an act: <c>await Dialog.AskAsync(new Confirmation(…))</c>.</summary>
public sealed partial class ConfirmDialog
{
    private string _reason = "";
    private string? _error;

    [Parameter, EditorRequired]
    public required Confirmation Confirmation { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Instance { get; set; }

    private void Answer()
    {
        var reason = _reason.Trim();
        if (Confirmation.ReasonLabel is not null)
        {
            if (Confirmation.ReasonRequired && reason.Length == 0)
            {
                _error = L["请填写{0}。", Confirmation.ReasonLabel];
                return;
            }

            if (Characters.Excess(reason, Confirmation.ReasonMax) > 0)
            {
                _error = L["不能超过{0}字。", Confirmation.ReasonMax];
                return;
            }
        }

        Instance.Close(new Confirmed(reason.Length == 0 ? null : reason));
    }
}
