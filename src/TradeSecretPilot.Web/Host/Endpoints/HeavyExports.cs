using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>Exports are made in the node's queue of heavy work; one whose reader has left gives up its place.</summary>
internal sealed class HeavyExports(HeavyWork heavy) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        var made = await heavy.RunAsync<object?>(
            async _ => Result.Of(await next(context)),
            ahead: null,
            http.RequestAborted
        );
        return made.Refusal is { } refusal ? http.Refuse(refusal) : made.Value;
    }
}
