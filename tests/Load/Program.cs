using System.Globalization;
using TradeSecretPilot.Load;

// usage: dotnet run -c Release --project tests/Load -- documents [COUNT]
// Typesets that many documents of about 12 pages (200) and prints how long it took and how much memory all of it held.
if (args is ["documents", ..])
{
    return await Documents.RunAsync(
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200
    );
}

// usage: dotnet run -c Release --project tests/Load -- [ADDRESS [PATH...]]
// Asks a portal on this machine for pages, first one after the other, then many at a time, and prints how the two compare:
// ratios say the same on a slow and on a fast machine. It ends by itself.
var address = new Uri(args.Length > 0 ? args[0] : "http://localhost:5080");
if (!address.IsLoopback)
{
    await Console.Error.WriteLineAsync("Only a portal on this machine is put under load.");
    return 2;
}

string[] paths = args.Length > 1 ? args[1..] : ["/", "/health"];
using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
var lines = new List<string>
{
    $"{"path", -24} {"alone p50", 10} {"loaded p50", 10} {"slower", 7} {"p95/p50", 8} {"throughput", 11} {"failed", 8}",
};
var failed = false;
foreach (var path in paths)
{
    await Burst.RunAsync(client, path, Burst.WarmUp);
    var alone = await Burst.RunAsync(client, path, Burst.Alone);
    var loaded = await Burst.RunAsync(client, path, Burst.Loaded);
    failed |= loaded.Failed > 0;
    lines.Add(
        $"{path, -24} {alone.Median.TotalMilliseconds, 7:F1} ms {loaded.Median.TotalMilliseconds, 7:F1} ms"
            + $" {loaded.Median / alone.Median, 6:F1}x {loaded.Percentile95 / loaded.Median, 7:F1}x"
            + $" {loaded.PerSecond / alone.PerSecond, 10:F1}x {loaded.FailedShare, 8:P1}"
    );
}

foreach (var line in lines)
{
    Console.WriteLine(line);
}

return failed ? 1 : 0;
