using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
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

    /// <summary>Asks before a page is left while a file is on its way to it.</summary>
    public static async Task<bool> LeaveUploadAsync(
        this DialogService dialog,
        IStringLocalizer texts
    ) =>
        await dialog.AskAsync(
            new Confirmation(
                texts["离开并中断上传？"],
                texts["文件还没有传完，离开后需要重新上传；已保存的内容不受影响。"],
                texts["离开，中断上传"]
            )
        )
            is not null;
}
