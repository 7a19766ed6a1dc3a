using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Web.Host.Circuits;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Host.Circuits;

/// <summary>
/// What sends or takes files is broken off when its session ends, and nothing else is: an act that ends the session of whoever asked
/// for it, such as entering as somebody else or beginning the demonstration anew, is done to its end.
/// </summary>
public sealed class SessionRequestTests(HostedWorlds worlds)
{
    private static readonly string[] Files = ["/documents/", "/downloads/", "/uploads"];

    /// <summary>A file for everybody is of no session.</summary>
    private const string Public = "/documents/announcements/";

    [Fact]
    public async Task EveryRoute_EndsWithItsSession_WhereItSendsOrTakesFilesAlone()
    {
        var services = await worlds.ServicesAsync(HostedWorlds.Sqlite, inWinter: false);
        var routes = services
            .GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e =>
                (
                    Path: $"/{e.RoutePattern.RawText!.TrimStart('/')}",
                    Ends: e.Metadata.GetMetadata<EndsWithItsSession>() is not null
                )
            )
            .ToList();

        Assert.True(routes.Count(r => r.Ends) > 20, $"{routes.Count(r => r.Ends)} routes");
        Assert.Contains(routes, r => r.Path == "/demo/reset");
        Assert.Empty(
            routes
                .Where(r =>
                    r.Ends
                    != (
                        Files.Any(f => r.Path.StartsWith(f, StringComparison.Ordinal))
                        && !r.Path.StartsWith(Public, StringComparison.Ordinal)
                    )
                )
                .Select(r => r.Path)
        );
    }
}
