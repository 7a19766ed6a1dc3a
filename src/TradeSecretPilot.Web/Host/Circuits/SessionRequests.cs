namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>
/// Said of an endpoint that sends or takes files for as long as it takes. Nothing else is broken off: an act that has begun is done,
/// also where it ends the session of whoever asked for it.
/// </summary>
public sealed class EndsWithItsSession;

/// <summary>Requests that send or take files: they end with the session in which they were begun.</summary>
public static class SessionRequests
{
    public static async Task RunAsync(
        OpenSessions open,
        Guid session,
        HttpContext context,
        RequestDelegate next
    )
    {
        var request = Guid.NewGuid().ToString("N");
        open.AddRequest(session, request, context.Abort);
        try
        {
            await next(context);
        }
        finally
        {
            open.RemoveRequest(request);
        }
    }
}
