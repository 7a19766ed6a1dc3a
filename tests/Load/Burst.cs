using System.Collections.Concurrent;
using System.Diagnostics;

namespace TradeSecretPilot.Load;

/// <summary>A bounded number of requests by a bounded number of askers, within a bounded time.</summary>
internal sealed record Burst(int Requests, int Askers)
{
    public static readonly Burst WarmUp = new(Requests: 20, Askers: 1);
    public static readonly Burst Alone = new(Requests: 100, Askers: 1);
    public static readonly Burst Loaded = new(Requests: 2000, Askers: 32);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static async Task<Measurement> RunAsync(HttpClient client, string path, Burst burst)
    {
        using var time = new CancellationTokenSource(Longest);
        var durations = new ConcurrentBag<TimeSpan>();
        var remaining = burst.Requests;
        var failed = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, burst.Askers).Select(_ => AskAsync()));
        return new Measurement([.. durations.Order()], failed, clock.Elapsed);

        async Task AskAsync()
        {
            while (!time.IsCancellationRequested && Interlocked.Decrement(ref remaining) >= 0)
            {
                var started = Stopwatch.GetTimestamp();
                if (!await SucceedsAsync(client, path))
                {
                    Interlocked.Increment(ref failed);
                }

                durations.Add(Stopwatch.GetElapsedTime(started));
            }
        }
    }

    private static async Task<bool> SucceedsAsync(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}

/// <param name="Durations">Of each request, shortest first.</param>
internal sealed record Measurement(IReadOnlyList<TimeSpan> Durations, int Failed, TimeSpan Elapsed)
{
    public TimeSpan Median => Percentile(50);

    public TimeSpan Percentile95 => Percentile(95);

    public double PerSecond => Durations.Count / Elapsed.TotalSeconds;

    public double FailedShare => (double)Failed / Durations.Count;

    private TimeSpan Percentile(int percent) => Durations[(Durations.Count - 1) * percent / 100];
}
