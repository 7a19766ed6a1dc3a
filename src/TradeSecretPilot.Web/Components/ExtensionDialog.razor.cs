using Microsoft.AspNetCore.Components;
using Radzen;
using TradeSecretPilot.Domain;

namespace TradeSecretPilot.Web.Components;

/// <summary>Asks for the new day and the reason of an extension and grants it.</summary>
public sealed partial class ExtensionDialog
{
    private const int MaxReason = Domain.Batches.Batch.ReasonMaxLength;

    private DateOnly? _until;
    private bool _onlyBegun;
    private string _reason = "";
    private string? _dayError;
    private string? _reasonError;
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required ExtensionRequest Request { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    private async Task GrantAsync()
    {
        _dayError = _until is null ? L["请选择日期。"].Value : null;
        _reasonError = string.IsNullOrWhiteSpace(_reason) ? L["请填写延期理由。"].Value : null;
        if (_busy || _until is not { } until || _reasonError is not null)
        {
            return;
        }

        _busy = true;
        try
        {
            var answer = new ExtensionAnswer(until, _onlyBegun, _reason);
            _refusal = await Request.Grant(answer);
            if (_refusal is null)
            {
                Dialog.Close(answer);
            }
        }
        finally
        {
            _busy = false;
        }
    }
}

/// <summary>How pages open the extension dialog.</summary>
public static class ExtensionDialogExtensions
{
    /// <summary>Opens the dialog; null means that nothing was granted.</summary>
    public static async Task<ExtensionAnswer?> ExtendAsync(
        this DialogService dialog,
        ExtensionRequest request
    ) =>
        await dialog.OpenAsync<ExtensionDialog>(
            request.Question,
            new Dictionary<string, object?> { [nameof(ExtensionDialog.Request)] = request },
            new DialogOptions
            {
                Width = "520px",
                CloseDialogOnEsc = true,
                CssClass = "ask",
            }
        ) as ExtensionAnswer;
}
