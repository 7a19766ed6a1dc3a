namespace TradeSecretPilot.Web.Host;

/// <summary>
/// <c>GET /alive</c>, for everybody: 204 while this node takes pages, 503 once it is to stop. Pages that lost their connection
/// ask it before they resume, all of them at once after a restart; so it stands before sign-in, limits, log and database. What
/// the node consists of is told by <c>/health</c>, to the machine itself.
/// </summary>
public static class Alive
{
    public const string Path = "/alive";

    public static void UseAlive(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path != Path)
                {
                    return next(context);
                }

                context.Response.Headers.CacheControl = "no-store";
                context.Response.StatusCode =
                    !HttpMethods.IsGet(context.Request.Method)
                    && !HttpMethods.IsHead(context.Request.Method)
                        ? StatusCodes.Status405MethodNotAllowed
                    : stopping.IsCancellationRequested ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }
        );
    }
}
