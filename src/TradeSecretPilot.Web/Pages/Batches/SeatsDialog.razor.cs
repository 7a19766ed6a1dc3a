using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Forms;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>The lead sets other seats, with the reason that is kept on record; closes with <see cref="Seats"/>.</summary>
public sealed partial class SeatsDialog
{
    private readonly UnreadTexts _unread = new();
    private int _min;
    private int _max;
    private string _reason = "";
    private readonly Acting _acting = new();

    [Parameter, EditorRequired]
    public required BatchView Batch { get; set; }

    [Inject]
    public required AmendSeats AmendSeats { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Instance { get; set; }

    protected override void OnInitialized() => (_min, _max) = (Batch.MinSeats, Batch.MaxSeats);

    private async Task AmendAsync()
    {
        var input = new AmendSeats.Input(Batch.Id, _min, _max, _reason, Batch.Version);
        if (
            _unread.Keys.Count == 0
            && await _acting.RunAsync(async () =>
                (await AmendSeats.ExecuteAsync(input, Acting.ToTheEnd)).Refusal
            )
        )
        {
            Instance.Close(new Seats(_min, _max));
        }
    }

    /// <summary>The seats as amended.</summary>
    public sealed record Seats(int Min, int Max);
}
