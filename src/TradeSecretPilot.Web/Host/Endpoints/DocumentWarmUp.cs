using TradeSecretPilot.UseCases.Rendering.Typst;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>
/// Finds out once, after the start and beside it, whether documents can be made, so that pages can say so; the worker that this
/// takes ends when nobody needs it.
/// </summary>
public sealed class DocumentWarmUp(DocumentRenderer renderer) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        renderer.CheckAsync(stoppingToken);
}
