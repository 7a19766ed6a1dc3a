using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TradeSecretPilot.Demo.World;

/// <summary>Keeps this node at the time to which any node has moved the demonstration's clock.</summary>
public sealed class FollowDemoClock(DemoControl control, ILogger<FollowDemoClock> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await control.FollowAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or another node resets it: it is asked again.
                logger.LogDebug(e, "The demonstration's clock was not read");
            }
        }
    }
}
