using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using TradeSecretPilot.Web.Ui.Controls;

namespace TradeSecretPilot.Web.Ui.Dialogs;

/// <summary>The one way in which pages ask: a dialog of our look, which Escape and 返回 leave without an answer.</summary>
public static class Dialogs
{
    // A click beside the dialog does nothing: what was typed in it would be gone.
    private static readonly DialogOptions Options = new()
    {
        BackdropClick = false,
        CloseOnEscapeKey = true,
        FullWidth = true,
        MaxWidth = MaxWidth.Small,
    };

    /// <summary>Asks before an act; null means the user went back and nothing is to be done.</summary>
    public static Task<Confirmed?> AskAsync(
        this IDialogService dialogs,
        Confirmation confirmation
    ) =>
        dialogs.AskAsync<ConfirmDialog, Confirmed>(
            confirmation.Question,
            new() { { d => d.Confirmation, confirmation } }
        );

    /// <summary>Opens a dialog that is drawn in a <see cref="DialogFrame"/>; null means the user went back.</summary>
    /// <typeparam name="TDialog">The component shown.</typeparam>
    /// <typeparam name="TAnswer">What it closes with.</typeparam>
    public static async Task<TAnswer?> AskAsync<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TDialog,
        TAnswer
    >(this IDialogService dialogs, string question, DialogParameters<TDialog> parameters)
        where TDialog : IComponent
        where TAnswer : class
    {
        if (dialogs is PortalDialogs portal)
        {
            await portal.ReadyAsync();
        }

        var shown = await dialogs.ShowAsync<TDialog>(question, parameters, Options);
        return (await shown.Result)?.Data as TAnswer;
    }

    /// <summary>Asks before a page is left while a file is on its way to it.</summary>
    public static async Task<bool> LeaveUploadAsync(
        this IDialogService dialogs,
        IStringLocalizer texts
    ) =>
        await dialogs.AskAsync(
            new Confirmation(
                texts["离开并中断上传？"],
                texts["文件还没有传完，离开后需要重新上传；已保存的内容不受影响。"],
                texts["离开，中断上传"]
            )
        )
            is not null;
}
