using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Primitives;

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

    /// <summary>
    /// Refuses what no database keeps as text, wherever it stands in an address or a form, and whatever it is sent to: a NUL, and half of
    /// a surrogate pair. Nobody types either.
    /// </summary>
    public static void UseReadableTexts(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (await AreReadableAsync(context.Request, context.RequestAborted))
                {
                    await next(context);
                    return;
                }

                context.Response.StatusCode = StatusCodes.Status400BadRequest;
            }
        );

    /// <summary>Whether a text can be kept.</summary>
    public static bool IsReadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
            {
                return false;
            }

            if (char.IsHighSurrogate(text[i]))
            {
                i++;
                if (i == text.Length || !char.IsLowSurrogate(text[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static async Task<bool> AreReadableAsync(HttpRequest request, CancellationToken ct) =>
        IsReadable(request.Path.Value ?? "")
        && AreReadable(request.Query)
        // A page that explains is read, although the form that it explains is still there.
        && (
            HttpMethods.IsGet(request.Method)
            || !request.HasFormContentType
            || AreReadable(await request.ReadFormAsync(ct))
        );

    private static bool AreReadable(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        fields.All(f => IsReadable(f.Key) && f.Value.All(v => v is null || IsReadable(v)));
}
