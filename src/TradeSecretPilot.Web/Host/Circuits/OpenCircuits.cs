using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>The circuits of this node that have a browser at their other end.</summary>
public sealed class OpenCircuits(ILogger<OpenCircuits> logger)
{
    /// <summary>Within what a stopping host allows, and enough for the pages of a busy node.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<
        string,
        (IJSRuntime JS, TaskCompletionSource Gone)
    > _open = new();

    public int Count => _open.Count;

    public void Add(string circuit, IJSRuntime js) => _open[circuit] = (js, new());

    public void Remove(string circuit)
    {
        if (_open.TryRemove(circuit, out var open))
        {
            open.Gone.TrySetResult();
        }
    }

    /// <summary>Asks every open page to pause, and waits until they have, up to 10 s.</summary>
    public void PauseAll()
    {
        var open = _open.Values.ToList();
        if (open.Count == 0)
        {
            return;
        }

        var paused = Task.Run(() => Task.WhenAll(open.Select(PauseAsync))).Wait(Patience);
        logger.LogInformation(
            "{Circuits} pages were asked to pause; all did: {All}",
            open.Count,
            paused
        );
    }

    private static async Task PauseAsync((IJSRuntime JS, TaskCompletionSource Gone) circuit)
    {
        try
        {
            await circuit.JS.InvokeVoidAsync("portalCircuit.pause");
            await circuit.Gone.Task;
        }
        catch (Exception e)
            when (e is JSException or JSDisconnectedException or TaskCanceledException)
        {
            // The browser is gone, or its page cannot: it opens anew.
        }
    }
}

/// <summary>Tells <see cref="OpenCircuits"/> of its circuit.</summary>
public sealed class CircuitPausing(IJSRuntime js, OpenCircuits circuits) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Add(circuit.Id, js);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Remove(circuit.Id);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Remove(circuit.Id);
        return Task.CompletedTask;
    }
}
