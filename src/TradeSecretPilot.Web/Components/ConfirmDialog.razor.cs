using Microsoft.AspNetCore.Components;
using Radzen;

namespace TradeSecretPilot.Web.Components;

/// <summary>Asks before an act: <c>await Dialog.AskAsync(new Confirmation(…))</c>.</summary>
public sealed partial class ConfirmDialog
{
    private string _reason = "";
    private string? _error;

    [Parameter, EditorRequired]
    public required Confirmation Confirmation { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

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

            if (reason.Length > Confirmation.ReasonMax)
            {
                _error = L["不能超过{0}字。", Confirmation.ReasonMax];
                return;
            }
        }

        Dialog.Close(new Confirmed(reason.Length == 0 ? null : reason));
    }
}

/// <summary>How pages open the confirmation.</summary>
public static class ConfirmDialogExtensions
{
    /// <summary>Opens the dialog; null means the user went back and nothing is to be done.</summary>
    public static async Task<Confirmed?> AskAsync(
        this DialogService dialog,
        Confirmation confirmation
    ) =>
        await dialog.OpenAsync<ConfirmDialog>(
            confirmation.Question,
            new Dictionary<string, object?> { [nameof(ConfirmDialog.Confirmation)] = confirmation },
            new DialogOptions
            {
                Width = "520px",
                CloseDialogOnEsc = true,
                CssClass = "ask",
            }
        ) as Confirmed;
}
