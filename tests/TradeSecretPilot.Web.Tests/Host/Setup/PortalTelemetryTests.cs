using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Telemetry;
using TradeSecretPilot.Web.Host.Setup;

namespace TradeSecretPilot.Web.Tests.Host.Setup;

/// <summary>Traces and metrics reach a collector, when there is one.</summary>
public sealed class PortalTelemetryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoint_Configured_SpansAndFiguresArrive_WithoutTheQuery()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await CollectorAsync(received);
        await using (
            var portal = Portal(
                ("Telemetry:Endpoint", AddressOf(collector)),
                ("Telemetry:Protocol", "http/protobuf")
            )
        )
        {
            portal.MapGet(
                "/page",
                () =>
                {
                    using var run = PilotTelemetry.StartJob("示例任务");
                    return "ok";
                }
            );
            await portal.StartAsync(Ct);
            using var client = new HttpClient { BaseAddress = new Uri(AddressOf(portal)) };
            await client.GetStringAsync(new Uri("/page?q=zhangsan", UriKind.Relative), Ct);
            portal.Services.GetRequiredService<TracerProvider>().ForceFlush();
            portal.Services.GetRequiredService<MeterProvider>().ForceFlush();
            await portal.StopAsync(Ct);
        }

        var (traces, metrics) = (received["/v1/traces"], received["/v1/metrics"]);
        Assert.Contains("job 示例任务", traces, StringComparison.Ordinal);
        Assert.Contains("/page", traces, StringComparison.Ordinal);
        Assert.Contains("trade-secret-pilot", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("zhangsan", traces, StringComparison.Ordinal);
        Assert.Contains("portal.job.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("portal.circuits.open", metrics, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("dotnet.gc", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoEndpoint_NobodyListens()
    {
        await using var portal = Portal();

        Assert.Null(portal.Services.GetService<TracerProvider>());
        Assert.Null(portal.Services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData("collector:4317", null, "Telemetry:Endpoint")]
    [InlineData("http://collector:4317", "udp", "Telemetry:Protocol")]
    public void Settings_ThatCannotBeRight_StopTheStartByName(
        string endpoint,
        string? protocol,
        string setting
    )
    {
        var refused = Assert.Throws<SettingsException>(() =>
            Portal(("Telemetry:Endpoint", endpoint), ("Telemetry:Protocol", protocol))
        );
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    private static WebApplication Portal(params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            settings.ToDictionary(s => s.Key, s => s.Value)
        );
        builder.AddPortalTelemetry();
        var app = builder.Build();
        // Circuits are counted from the first one on, as the pages would.
        _ = app
            .Services.GetServices<Microsoft.AspNetCore.Components.Server.Circuits.CircuitHandler>()
            .Count();
        return app;
    }

    private static async Task<WebApplication> CollectorAsync(
        ConcurrentDictionary<string, string> received
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost(
            "/v1/{signal}",
            async (string signal, HttpContext http) =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body, Ct);
                var text = Encoding.UTF8.GetString(body.ToArray());
                received.AddOrUpdate($"/v1/{signal}", text, (_, before) => before + text);
                return Results.Ok();
            }
        );
        await app.StartAsync(Ct);
        return app;
    }

    private static string AddressOf(WebApplication app) =>
        app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
}
