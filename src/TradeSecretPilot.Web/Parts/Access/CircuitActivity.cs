using Microsoft.AspNetCore.Components.Server.Circuits;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>Remembers when a circuit was last used, so that a forgotten one loses its rights like a forgotten cookie.</summary>
public sealed class CircuitActivity : CircuitHandler
{
    private long _last = TimeProvider.System.GetTimestamp();

    public bool IsIdle =>
        TimeProvider.System.GetElapsedTime(Volatile.Read(ref _last)) > IdleTimeout.Span;

    public void Touch() => Volatile.Write(ref _last, TimeProvider.System.GetTimestamp());

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        context =>
        {
            Touch();
            return next(context);
        };
}
