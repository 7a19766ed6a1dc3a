using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>批次: all of them with their stage, dates and seats.</summary>
public sealed partial class Batches : LoadingComponent
{
    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private IReadOnlyList<BatchView>? All { get; set; }

    private DateTimeOffset Now { get; set; }

    protected override async Task StartAsync()
    {
        Now = Clock.Now();
        All = await ListBatches.ExecuteAsync(Left);
    }
}
