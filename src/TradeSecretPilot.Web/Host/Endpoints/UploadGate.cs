using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Host.Security;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>
/// What every request about an upload must have: a session, the token of the page that sends it (header
/// <c>RequestVerificationToken</c>), the version of the protocol, and not too many before it. It answers a script, so no page is put
/// in the place of its answers.
/// </summary>
public sealed class UploadGate(
    IAntiforgery forgery,
    UploadRateLimit limit,
    ILogger<UploadGate> logger
) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers[Tus.Resumable] = Tus.Version;
        try
        {
            return await RefuseAsync(http) ?? await next(context);
        }
        catch (PermissionDeniedException e)
        {
            logger.LogWarning("An upload was refused: {Refused:l}", e.Message);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    private async ValueTask<IResult?> RefuseAsync(HttpContext http)
    {
        if (http.User.AccountId() is not { } account)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (http.User.Gate() is not null)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!await forgery.IsRequestValidAsync(http))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (
            !HttpMethods.IsOptions(http.Request.Method)
            && http.Request.Headers[Tus.Resumable] != Tus.Version
        )
        {
            http.Response.Headers["Tus-Version"] = Tus.Version;
            return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        }

        if (!limit.Admits(account))
        {
            http.Response.Headers.RetryAfter = "10";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return null;
    }
}
