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

// usage: dotnet run -c Release --project tests/Load -- circuits PROGRAM [COUNT]
// Starts that build of the portal (TradeSecretPilot.Web.dll) on this machine and prints the managed memory that an open page costs
// after a full collection, over COUNT (50) circuits.
if (args is ["circuits", var portal, ..])
{
    return await Circuits.RunAsync(
        portal,
        args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 50
    );
}

// usage: dotnet run -c Release --project tests/Load -- weight PROGRAM
// Starts that build and prints what a browser loads for the first page of a list. Only a published portal compresses its files.
if (args is ["weight", var published])
{
    return await PageWeight.RunAsync(published);
}

// usage: dotnet run -c Release --project tests/Load -- typing PROGRAM
// Starts that build, opens a plan of 40 measures and 60,000 characters in Chromium and types in it; prints the milliseconds of both.
if (args is ["typing", var typedIn])
{
    return await Typing.RunAsync(typedIn);
}

// usage: dotnet run -c Release --project tests/Load -- pages CONNECTION
// Opens the pages people open most on a rehearsed PostgreSQL database, and prints statements, bytes and milliseconds of each.
if (args is ["pages", var connection])
{
    return await Pages.RunAsync(connection);
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
