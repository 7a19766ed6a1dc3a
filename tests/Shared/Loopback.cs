using System.Net;
using System.Net.Sockets;

namespace TradeSecretPilot.Testing;

internal static class Loopback
{
    /// <summary>A port of 127.0.0.1 that was free a moment ago; another program may take it first, so be ready to ask again.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
