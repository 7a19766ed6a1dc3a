using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Web.Host.Clock;

/// <summary>Compares this node's clock with the database server's, from the start on and every half minute.</summary>
public sealed class ClockWatch(
    DatabaseClock database,
    NodeClock node,
    IServiceScopeFactory scopes,
    ILogger<ClockWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Measures once; a change is logged and kept in the audit trail.</summary>
    public async Task CompareAsync(CancellationToken ct)
    {
        var ahead = await database.MeasureAsync(ct);
        var before = node.Note(ahead);
        if (node.Agreement == before)
        {
            return;
        }

        logger.LogWarning(
            "The clock of this node is {Ahead} s ahead of the database server's: {Agreement}",
            ahead.TotalSeconds,
            node.Agreement
        );
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(RecordClock.Job);
        await scope
            .ServiceProvider.GetRequiredService<RecordClock>()
            .ExecuteAsync(new(Environment.MachineName, node.Agreement, ahead), ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await CompareAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away is told of by its own health; it is asked again.
                logger.LogDebug(e, "The clocks were not compared");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
