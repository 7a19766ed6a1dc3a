using Microsoft.AspNetCore.Components.Server.Circuits;
using TradeSecretPilot.UseCases.Platform.Telemetry;

namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>Counts open pages and what they hold in memory, for the telemetry.</summary>
public sealed class CircuitCount : CircuitHandler
{
    private int _open;
    private int _connected;

    public CircuitCount()
    {
        var meter = PilotTelemetry.Meter;
        meter.CreateObservableGauge(
            "portal.circuits.open",
            () => Volatile.Read(ref _open),
            "{circuit}",
            "Pages kept by this node, those that lost their connection included."
        );
        meter.CreateObservableGauge(
            "portal.circuits.connected",
            () => Volatile.Read(ref _connected),
            "{circuit}",
            "Pages with a live connection to this node."
        );
        meter.CreateObservableGauge(
            "portal.memory.managed",
            () => GC.GetGCMemoryInfo().HeapSizeBytes,
            "By",
            "Managed memory in use after the latest collection."
        );
        meter.CreateObservableGauge(
            "portal.circuits.memory",
            () => GC.GetGCMemoryInfo().HeapSizeBytes / Math.Max(Volatile.Read(ref _open), 1),
            "By",
            "Managed memory after the latest collection for each open page: an upper bound, for the portal's own is in it."
        );
    }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _connected);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _connected);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _open);
        return Task.CompletedTask;
    }
}
