using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>
/// The deadline sweep restricted to one matter and those that must come before it. All matters run in this way, in whatever
/// order and on however many nodes, do the same as one sweep.
/// </summary>
public sealed class SweepMatter(PilotSessions sessions)
{
    public sealed record Input(DeadlineMatter Matter);

    /// <param name="Done">Done of the matter by this run.</param>
    /// <param name="Before">Done of those that come before it.</param>
    public sealed record View(int Done, int Before);

    public async Task<View> ExecuteAsync(Input input, CancellationToken ct)
    {
        var runner = new MatterRunner(sessions);
        var before = 0;
        foreach (var matter in MatterRunner.PrerequisitesOf(input.Matter))
        {
            before += await runner.RunAsync(matter, ct);
        }

        return new View(await runner.RunAsync(input.Matter, ct), before);
    }
}
