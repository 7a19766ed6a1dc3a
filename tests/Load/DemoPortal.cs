using System.Net;
using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.Load;

/// <summary>A portal on this machine in the demonstration of April, started to be measured, with everything in a temporary folder.</summary>
internal sealed partial class DemoPortal : IAsyncDisposable
{
    private readonly PortalProcess _process;

    private DemoPortal(PortalProcess process, int heapPort) =>
        (_process, HeapPort) = (process, heapPort);

    public Uri Address => _process.Address;

    public int HeapPort { get; }

    /// <summary>Holds the database.</summary>
    public string Folder => _process.Folder;

    /// <param name="program">TradeSecretPilot.Web.dll of the build to measure, preferably published.</param>
    public static async Task<DemoPortal> StartAsync(string program)
    {
        var heapPort = Loopback.FreePort();
        return new DemoPortal(
            await PortalProcess.StartAsync(
                program,
                new Dictionary<string, string>
                {
                    ["DOTNET_STARTUP_HOOKS"] = typeof(DemoPortal).Assembly.Location,
                    [Heap.PortVariable] = $"{heapPort}",
                    ["ASPNETCORE_ENVIRONMENT"] = "Staging",
                    ["Hosting:LogFolder"] = "",
                }
            ),
            heapPort
        );
    }

    /// <summary>A client with the session of one of the sample world's people.</summary>
    public async Task<(HttpClient Client, CookieContainer Cookies)> EnterAsync(string account)
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = cookies,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = Address,
        };
        var page = await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        using var entered = await client.PostAsync(
            new Uri("/demo/sign-in", UriKind.Relative),
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
                    ["account"] = account,
                    ["returnUrl"] = "/help",
                }
            )
        );
        entered.EnsureSuccessStatusCode();
        return (client, cookies);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
