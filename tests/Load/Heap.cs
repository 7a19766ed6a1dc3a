using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TradeSecretPilot.Load;

/// <summary>
/// Runs inside a portal that the measurement has started (DOTNET_STARTUP_HOOKS): a client of its loopback port is told
/// how much managed memory is left after a full collection. Any build of the portal can be measured so, without a change.
/// </summary>
#pragma warning disable MA0047 // The runtime looks for this very name, outside any namespace.
internal static class StartupHook
#pragma warning restore MA0047
{
    public static void Initialize()
    {
        if (
            int.TryParse(
                Environment.GetEnvironmentVariable(Heap.PortVariable),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var port
            )
        )
        {
            new Thread(() => Answer(port)) { IsBackground = true, Name = "heap" }.Start();
        }
    }

    private static void Answer(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        while (true)
        {
            using var client = listener.AcceptTcpClient();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect(
                    GC.MaxGeneration,
                    GCCollectionMode.Forced,
                    blocking: true,
                    compacting: true
                );
                GC.WaitForPendingFinalizers();
            }

            using var answer = new StreamWriter(client.GetStream());
            answer.WriteLine(GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}

namespace TradeSecretPilot.Load
{
    /// <summary>The managed memory of another process.</summary>
    internal static class Heap
    {
        public const string PortVariable = "PILOT_HEAP_PORT";

        /// <summary>Bytes after a full collection.</summary>
        public static async Task<long> AskAsync(int port)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            using var answer = new StreamReader(client.GetStream());
            return long.Parse((await answer.ReadLineAsync())!, CultureInfo.InvariantCulture);
        }
    }
}
