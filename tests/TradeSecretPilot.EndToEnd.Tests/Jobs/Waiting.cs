using System.Diagnostics;

namespace TradeSecretPilot.EndToEnd.Tests.Jobs;

/// <summary>Waits for what other processes do.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the condition holds, and says how long it took.</summary>
    public static async Task<TimeSpan> UntilAsync(
        Func<Task<bool>> condition,
        string what,
        TimeSpan patience,
        CancellationToken ct
    )
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < patience, $"Not {what} after {patience}.");
            await Task.Delay(Step, ct);
        }

        return clock.Elapsed;
    }
}
