using MudBlazor;
using TradeSecretPilot.Web.Ui.Dialogs;

namespace TradeSecretPilot.Web.Parts.Extending;

/// <summary>The one way in which pages grant an extension 延期.</summary>
public static class ExtensionDialogs
{
    /// <summary>Asks for the new day and the reason of an extension and grants it; null means that nothing was granted.</summary>
    public static Task<ExtensionAnswer?> AskAsync(
        this IDialogService dialogs,
        ExtensionRequest request
    ) =>
        dialogs.AskAsync<ExtensionDialog, ExtensionAnswer>(
            request.Question,
            new() { { d => d.Request, request } }
        );
}
