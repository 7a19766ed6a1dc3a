using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>
/// 时限扫描: does what has fallen due, each thing exactly once. It reads what is due from the records, so it may run every
/// minute, twice, on two nodes or after months of outage. The refusal of late commands never waits for it.
/// </summary>
public sealed class DeadlineSweep(PilotSessions sessions)
{
    /// <summary>The name under which the sweep appears in the audit trail.</summary>
    public const string Job = "时限扫描";

    /// <param name="Done">Due actions done by this run.</param>
    /// <param name="Reinstated">Lapsed applications given back because of an extension.</param>
    public sealed record View(int Done, int Reinstated);

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        var runner = new MatterRunner(sessions);
        var (done, reinstated) = (0, 0);
        // What one does may make the next fall due, as after an outage.
        foreach (var matter in MatterRunner.InOrder)
        {
            var count = await runner.RunAsync(matter, ct);
            if (matter == DeadlineMatter.Reinstatements)
            {
                reinstated = count;
            }
            else
            {
                done += count;
            }
        }

        return new View(done, reinstated);
    }
}
