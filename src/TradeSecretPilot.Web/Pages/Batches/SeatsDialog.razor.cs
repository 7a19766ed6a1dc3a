using Microsoft.AspNetCore.Components;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Batches;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>The lead sets other seats, with the reason that is kept on record.</summary>
public sealed partial class SeatsDialog
{
    private int _min;
    private int _max;
    private string _reason = "";
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required BatchView Batch { get; set; }

    [Inject]
    public required AmendSeats AmendSeats { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    /// <summary>Opens the dialog; null means that nothing was amended.</summary>
    public static async Task<Seats?> OpenAsync(
        DialogService dialog,
        string question,
        BatchView batch
    ) =>
        await dialog.OpenAsync<SeatsDialog>(
            question,
            new Dictionary<string, object?> { [nameof(Batch)] = batch },
            new DialogOptions
            {
                Width = "520px",
                CloseDialogOnEsc = true,
                CssClass = "ask",
            }
        ) as Seats;

    protected override void OnInitialized() => (_min, _max) = (Batch.MinSeats, Batch.MaxSeats);

    private async Task AmendAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var input = new AmendSeats.Input(Batch.Id, _min, _max, _reason);
            _refusal = (await AmendSeats.ExecuteAsync(input, CancellationToken.None)).Refusal;
            if (_refusal is null)
            {
                Dialog.Close(new Seats(_min, _max));
            }
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>The seats as amended.</summary>
    public sealed record Seats(int Min, int Max);
}
