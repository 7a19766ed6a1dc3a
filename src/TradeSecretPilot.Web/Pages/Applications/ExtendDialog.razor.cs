using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>Asks until when and why an application is given more time.</summary>
public sealed partial class ExtendDialog
{
    private DateOnly? _until;
    private string _reason = "";
    private string? _dateError;
    private string? _reasonError;

    [Parameter, EditorRequired]
    public required Deadline Current { get; set; }

    /// <summary>The province's own deadline, which an extension never passes.</summary>
    [Parameter, EditorRequired]
    public required Deadline Latest { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    private DateOnly First
    {
        get
        {
            var today = BeijingText.DayOf(Now);
            var next = BeijingText.LastOpenDay(Current.At).AddDays(1);
            return next > today ? next : today;
        }
    }

    private DateOnly Last => BeijingText.LastOpenDay(Latest.At);

    protected override void OnInitialized() => _until = Last;

    private static string Text(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Answer()
    {
        var reason = _reason.Trim();
        _dateError =
            _until is { } day && day >= First && day <= Last
                ? null
                : L[
                    "请选{0}至{1}之间的一天。",
                    BeijingText.Day(First),
                    BeijingText.Day(Last)
                ].Value;
        _reasonError =
            reason.Length == 0 ? L["请填写{0}。", L["延期原因"].Value].Value
            : reason.Length > Application.ReasonMaxLength
                ? L["不能超过{0}字。", Application.ReasonMaxLength].Value
            : null;
        if (_dateError is null && _reasonError is null)
        {
            Dialog.Close(new ExtendAnswer(_until!.Value, reason));
        }
    }
}

/// <summary>The last day, open through 24:00 Beijing time, and the reason that is kept.</summary>
public sealed record ExtendAnswer(DateOnly Until, string Reason);

/// <summary>How pages open the dialog.</summary>
public static class ExtendDialogExtensions
{
    /// <summary>Null means the user went back.</summary>
    public static async Task<ExtendAnswer?> AskUntilAsync(
        this DialogService dialog,
        string title,
        Deadline current,
        Deadline latest,
        DateTimeOffset now
    ) =>
        await dialog.OpenAsync<ExtendDialog>(
            title,
            new Dictionary<string, object?>
            {
                [nameof(ExtendDialog.Current)] = current,
                [nameof(ExtendDialog.Latest)] = latest,
                [nameof(ExtendDialog.Now)] = now,
            },
            new DialogOptions
            {
                Width = "520px",
                CloseDialogOnEsc = true,
                CssClass = "ask",
            }
        ) as ExtendAnswer;
}
