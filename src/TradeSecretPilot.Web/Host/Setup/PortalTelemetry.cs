using System.Reflection;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Telemetry;
using TradeSecretPilot.Web.Host.Circuits;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>
/// Traces and metrics by OTLP, when an address is configured: <c>Telemetry:Endpoint</c>, or the usual variable
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. Without one nothing listens, and nothing is spent.
/// </summary>
public static class PortalTelemetry
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolKey = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string NameKey = "OTEL_SERVICE_NAME";
    private const string Components = "Microsoft.AspNetCore.Components";
    private const string Circuits = "Microsoft.AspNetCore.Components.Server.Circuits";

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>Of no interest one by one, or open for hours.</summary>
    private static readonly string[] Untraced = ["/health", "/_blazor", "/_framework", "/_content"];

    /// <exception cref="SettingsException">The address or the protocol cannot be right.</exception>
    public static void AddPortalTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CircuitHandler, CircuitCount>();
        var configuration = builder.Configuration;
        var endpoint = configuration["Telemetry:Endpoint"] ?? configuration[EndpointKey];
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return;
        }

        Check(endpoint, configuration["Telemetry:Protocol"]);
        // The exporter reads these names, and with them its further settings (headers, timeouts) from the environment.
        configuration[EndpointKey] = endpoint;
        configuration[ProtocolKey] =
            configuration["Telemetry:Protocol"] ?? configuration[ProtocolKey];
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService(
                    configuration[NameKey] ?? "trade-secret-pilot",
                    serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString()
                )
            )
            .WithTracing(tracing =>
                tracing
                    .AddSource(PilotTelemetry.Name, Components, Circuits)
                    .AddAspNetCoreInstrumentation(options =>
                    {
                        options.Filter = http =>
                            !Array.Exists(Untraced, u => http.Request.Path.StartsWithSegments(u));
                        // People type names into searches.
                        options.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
                    })
                    .AddHttpClientInstrumentation()
                    .AddNpgsql()
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(PilotTelemetry.Name, Components, Circuits, "Npgsql")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
            )
            .UseOtlpExporter();
    }

    private static void Check(string endpoint, string? protocol)
    {
        if (
            !Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        )
        {
            throw new SettingsException(
                $"遥测地址“{endpoint}”不是以http(s)://开头的地址（Telemetry:Endpoint或{EndpointKey}）。",
                $"The address of the telemetry “{endpoint}” does not begin with http(s):// (Telemetry:Endpoint or {EndpointKey})."
            );
        }

        if (protocol is not null && !Protocols.Contains(protocol, StringComparer.Ordinal))
        {
            throw new SettingsException(
                $"Telemetry:Protocol“{protocol}”须为{string.Join("或", Protocols)}。",
                $"Telemetry:Protocol “{protocol}” must be {string.Join(" or ", Protocols)}."
            );
        }
    }
}
