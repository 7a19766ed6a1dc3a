using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>Requests that no page of the portal sends: they are refused with a page that says so.</summary>
public static class MalformedRequests
{
    /// <summary>400 or what else the request deserves; null when the fault is not the request's.</summary>
    public static int? StatusOf(Exception exception) =>
        exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            AntiforgeryValidationException or InvalidDataException =>
                StatusCodes.Status400BadRequest,
            _ => null,
        };

    /// <summary>
    /// Leaves the answer to a refused form of a page empty, for the portal's own page to stand there: during development the
    /// framework writes a line for programmers into it.
    /// </summary>
    public static void UseRefusedForms(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    !HttpMethods.IsPost(context.Request.Method)
                    || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null
                )
                {
                    await next(context);
                    return;
                }

                var response = context.Response;
                if (await HoldsNulAsync(context.Request, context.RequestAborted))
                {
                    response.StatusCode = StatusCodes.Status400BadRequest;
                    return;
                }

                var body = response.Body;
                await using var written = new MemoryStream();
                response.Body = written;
                try
                {
                    await next(context);
                }
                finally
                {
                    response.Body = body;
                }

                if (response.StatusCode == StatusCodes.Status400BadRequest)
                {
                    response.ContentType = null;
                    return;
                }

                written.Position = 0;
                await written.CopyToAsync(body, context.RequestAborted);
            }
        );

    /// <summary>No field of a page lets a NUL be typed, and no database keeps one.</summary>
    private static async Task<bool> HoldsNulAsync(HttpRequest request, CancellationToken ct) =>
        request.HasFormContentType
        && (await request.ReadFormAsync(ct)).Any(f =>
            f.Value.ToString().Contains('\0', StringComparison.Ordinal)
        );
}
