using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>A server that speaks Redis (Garnet), empty, in memory, on a free port of this machine.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SupervisedProcess _process;
    private readonly int _port;

    private RedisServer(SupervisedProcess process, int port) => (_process, _port) = (process, port);

    public string ConnectionString => $"127.0.0.1:{_port}";

    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static async Task<RedisServer> StartAsync()
    {
        var program = Path.Combine(Repository.Root, "tests", "Servers", "tools", "garnet-server");
        if (!File.Exists(program))
        {
            throw new InvalidOperationException(
                "The tests' servers are not installed: run tests/Servers/install.sh."
            );
        }

        var port = Loopback.FreePort();
        var server = new RedisServer(
            SupervisedProcess.Start([
                program,
                "--bind",
                "127.0.0.1",
                "--port",
                $"{port}",
                "--memory",
                "64m",
                "--index",
                "16m",
                // The portal's client sets a value and its life by one script.
                "--lua",
            ]),
            port
        );
        try
        {
            await server._process.WaitUntilAsync(
                () => Task.FromResult(server._process.Log.Contains("Ready to accept connections")),
                "listening",
                Patience
            );
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many keys it holds.</summary>
    public async Task<long> CountAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("*1\r\n$6\r\nDBSIZE\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);
        return long.Parse(
            (await reader.ReadLineAsync())!.TrimStart(':'),
            CultureInfo.InvariantCulture
        );
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
