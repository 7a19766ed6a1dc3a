namespace TradeSecretPilot.Web.Host.Security;

/// <summary>
/// What the portal answers where it requires HTTPS and is asked without it: to a browser that reached it past its proxy, or through one
/// that does not say which scheme was used. Its pages need cookies that plain HTTP does not carry, and would fail.
/// </summary>
internal static class PlainHttp
{
    private const string Sentence =
        "本门户只接受HTTPS访问，请用以 https:// 开头的地址打开；如仍看到这句话，请告知系统管理员：反向代理须转发 X-Forwarded-Proto，其地址须列入 Hosting:Proxies。\n"
        + "This portal answers to HTTPS only: open its address with https://. If you still read this, tell the system administrator: the reverse proxy must send X-Forwarded-Proto, and its address must be named in Hosting:Proxies.\n";

    /// <summary>Asked on the machine itself, past the proxy.</summary>
    private static readonly string[] Open = ["/health", Alive.Path];

    /// <summary>Stands after the redirection, which knows an address with HTTPS where there is one.</summary>
    public static void UseNoPlainHttp(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.Request.IsHttps
                    || Array.Exists(Open, path => context.Request.Path == path)
                )
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                context.Response.ContentType = "text/plain; charset=utf-8";
                context.Response.Headers.CacheControl = "no-store";
                return context.Response.WriteAsync(Sentence, context.RequestAborted);
            }
        );
}
