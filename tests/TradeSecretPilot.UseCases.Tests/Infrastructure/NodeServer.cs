using System.Text.Json;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>One of the servers of <c>tests/Servers</c>, on a free port of this machine. It says what happens in lines of JSON.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SupervisedProcess _process;

    private NodeServer(SupervisedProcess process) => _process = process;

    public int Port { get; private set; }

    /// <exception cref="InvalidOperationException">Node.js or the server's packages are missing.</exception>
    public static async Task<NodeServer> StartAsync(string script, object arguments)
    {
        var folder = Path.Combine(SourceTree.Root, "tests", "Servers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException(
                "The tests' servers are not installed: run tests/Servers/install.sh."
            );
        }

        var server = new NodeServer(
            SupervisedProcess.Start(
                ["node", Path.Combine(folder, script), JsonSerializer.Serialize(arguments)],
                workingDirectory: folder
            )
        );
        try
        {
            await server._process.WaitUntilAsync(
                () => Task.FromResult(server.Said("port").Count > 0),
                "listening",
                Patience
            );
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        server.Port = server.Said("port")[0].GetProperty("port").GetInt32();
        return server;
    }

    /// <summary>The lines that have a member of this name.</summary>
    public List<JsonElement> Said(string member) =>
        [
            .. _process
                .Log.Split('\n')
                .Where(line => line.StartsWith('{') && line.TrimEnd().EndsWith('}'))
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(line => line.TryGetProperty(member, out _)),
        ];

    /// <summary>Waits for a number of lines that have a member of this name.</summary>
    public async Task<List<JsonElement>> SaidAsync(string member, int count)
    {
        await _process.WaitUntilAsync(
            () => Task.FromResult(Said(member).Count >= count),
            $"heard of {count} × {member}",
            Patience
        );
        return Said(member);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
