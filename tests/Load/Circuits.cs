using System.Text.RegularExpressions;

namespace TradeSecretPilot.Load;

/// <summary>What an open page costs the server in managed memory, after a full collection.</summary>
internal static partial class Circuits
{
    /// <summary>Opened and closed before the measurement, so that what is made once does not count.</summary>
    private const int WarmUp = 5;

    private static readonly (string Name, string Account, string Path, string? Link)[] Pages =
    [
        ("list of a province", "approver.330000", "/applications", null),
        ("plan editor", "drafter.339104", "/applications", "href=\"(/applications/[^\"]+/edit)"),
    ];

    /// <returns>0 when every circuit opened.</returns>
    public static async Task<int> RunAsync(string program, int count)
    {
        await using var portal = await DemoPortal.StartAsync(program);
        Console.WriteLine($"{"page", -24} {"circuits", 8} {"managed KB each", 16}");
        foreach (var (name, account, path, link) in Pages)
        {
            var (client, cookies) = await portal.EnterAsync(account);
            using var session = client;
            var page = path;
            if (link is not null)
            {
                var list = await client.GetStringAsync(new Uri(path, UriKind.Relative));
                page = Regex.Match(list, link).Groups[1].Value;
            }

            await using (var warm = new Circle())
            {
                await warm.OpenAsync(WarmUp, () => CircuitClient.OpenAsync(client, cookies, page));
                var before = await Heap.AskAsync(portal.HeapPort);
                await using var measured = new Circle();
                await measured.OpenAsync(
                    count,
                    () => CircuitClient.OpenAsync(client, cookies, page)
                );
                var after = await Heap.AskAsync(portal.HeapPort);
                Console.WriteLine(
                    $"{name, -24} {count, 8} {(after - before) / 1024.0 / count, 16:F0}"
                );
            }
        }

        return 0;
    }

    /// <summary>Circuits that are closed together.</summary>
    private sealed class Circle : IAsyncDisposable
    {
        private readonly List<CircuitClient> _open = [];

        public async Task OpenAsync(int count, Func<Task<CircuitClient>> open)
        {
            foreach (var few in Enumerable.Range(0, count).Chunk(5))
            {
                _open.AddRange(await Task.WhenAll(few.Select(_ => open())));
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var circuit in _open)
            {
                await circuit.DisposeAsync();
            }
        }
    }
}
