using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Parts.Extending;

/// <summary>Asks for the new day and the reason of an extension and grants it: <c>await Dialog.AskAsync(new ExtensionRequest(…))</c>.</summary>
public sealed partial class ExtensionDialog
{
    private const int MaxReason = Domain.Batches.Batch.ReasonMaxLength;

    private DateOnly? _until;
    private bool _onlyBegun;
    private string _reason = "";
    private string? _dayError;
    private string? _reasonError;
    private readonly Acting _acting = new();

    [Parameter, EditorRequired]
    public required ExtensionRequest Request { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Instance { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    /// <summary>An extension only lengthens, and never into the past.</summary>
    private DateOnly First
    {
        get
        {
            var today = BeijingTime.DayOf(Clock.GetUtcNow());
            var next = BeijingTime.LastOpenDay(Request.Present).AddDays(1);
            return next > today ? next : today;
        }
    }

    private DateOnly? Last => Request.Latest is { } latest ? BeijingTime.LastOpenDay(latest) : null;

    private async Task GrantAsync()
    {
        _dayError = DayError();
        _reasonError =
            string.IsNullOrWhiteSpace(_reason) ? L["请填写延期理由。"].Value
            : Characters.Excess(_reason.Trim(), MaxReason) > 0
                ? L["不能超过{0}字。", MaxReason].Value
            : null;
        if (_until is not { } until || (_dayError ?? _reasonError) is not null)
        {
            return;
        }

        var answer = new ExtensionAnswer(until, _onlyBegun, _reason);
        if (await _acting.RunAsync(() => Request.Grant(answer)))
        {
            Instance.Close(answer);
        }
    }

    private string? DayError() =>
        _until is not { } day ? L["请选择日期。"].Value
        : Last is { } last && (day < First || day > last)
            ? L["请选{0}至{1}之间的一天。", BeijingText.Day(First), BeijingText.Day(last)].Value
        : day < First ? L["请选{0}或以后的一天。", BeijingText.Day(First)].Value
        : null;
}
