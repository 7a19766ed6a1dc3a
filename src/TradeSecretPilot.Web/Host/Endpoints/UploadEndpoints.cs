using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Host.Circuits;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>
/// Files come in pieces over plain HTTP and not over the connection of a page: tus 1.0 with creation, termination and expiration.
/// What becomes of a file is an act of the page, which is given its key.
/// </summary>
public static class UploadEndpoints
{
    private const string Root = "/uploads";

    /// <summary>More than the largest piece, so that one that is too large by a little is refused in words.</summary>
    private const long MaxRequest = UploadLimits.MaxPiece + (64 * 1024);

    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        var uploads = endpoints.MapGroup(Root).AddEndpointFilter<RouteGroupBuilder, UploadGate>();
        uploads.WithMetadata(new RequestSizeLimitAttribute(MaxRequest), new EndsWithItsSession());
        uploads.MapMethods("", [HttpMethods.Options], Describe);
        uploads.MapPost("", BeginAsync);
        uploads.MapMethods("/{id:guid}", [HttpMethods.Head], ReadAsync);
        uploads.MapPatch("/{id:guid}", SendAsync);
        uploads.MapDelete("/{id:guid}", DropAsync);
    }

    private static IResult Describe(HttpContext http)
    {
        http.Response.Headers["Tus-Version"] = Tus.Version;
        http.Response.Headers["Tus-Extension"] = "creation,termination,expiration";
        http.Response.Headers["Tus-Max-Size"] = Tus.Write(Attachment.MaxBytes);
        return Results.NoContent();
    }

    private static async Task<IResult> BeginAsync(BeginUpload begin, HttpContext http)
    {
        if (Tus.NumberOf(http.Request, Tus.Length) is not { } bytes)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var said = Tus.MetadataOf(http.Request);
        var begun = await begin.ExecuteAsync(
            new(
                said.GetValueOrDefault("filename", ""),
                bytes,
                said.GetValueOrDefault("confirmed") == "1"
            ),
            http.RequestAborted
        );
        return begun.Refusal is { } refusal
            ? Refuse(refusal)
            : Results.Created($"{Root}/{begun.Value}", null);
    }

    private static async Task<IResult> ReadAsync(Guid id, GetUpload get, HttpContext http)
    {
        var found = await get.ExecuteAsync(new(id), http.RequestAborted);
        if (found.Refusal is { } refusal)
        {
            return Results.StatusCode(DocumentAnswers.StatusOf(refusal.Kind));
        }

        http.Response.Headers[Tus.Offset] = Tus.Write(found.Value.Offset);
        http.Response.Headers[Tus.Length] = Tus.Write(found.Value.Bytes);
        http.Response.Headers[Tus.Expires] = found.Value.ExpiresAt.ToString(
            "R",
            CultureInfo.InvariantCulture
        );
        return Results.Ok();
    }

    private static async Task<IResult> SendAsync(Guid id, SendPiece send, HttpContext http)
    {
        if (http.Request.ContentType != Tus.PieceType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (
            Tus.NumberOf(http.Request, Tus.Offset) is not { } offset
            || http.Request.ContentLength is not { } bytes
        )
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        try
        {
            var sent = await send.ExecuteAsync(
                new(id, offset, bytes, http.Request.Body),
                http.RequestAborted
            );
            if (sent.Refusal is { } refusal)
            {
                return Refuse(refusal);
            }

            http.Response.Headers[Tus.Offset] = Tus.Write(sent.Value);
            return Results.NoContent();
        }
        catch (Exception e)
            when (e is BadHttpRequestException
                || (
                    e is IOException or OperationCanceledException
                    && http.RequestAborted.IsCancellationRequested
                )
            )
        {
            // The line was cut within the piece: nothing of it is kept, and it comes again.
            return Results.StatusCode(
                (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status408RequestTimeout
            );
        }
    }

    private static async Task<IResult> DropAsync(Guid id, DropUpload drop, HttpContext http)
    {
        var dropped = await drop.ExecuteAsync(new(id), http.RequestAborted);
        return dropped.Refusal is { } refusal ? Refuse(refusal) : Results.NoContent();
    }

    /// <summary>In words, which the page shows where the file was chosen.</summary>
    private static IResult Refuse(Refusal refusal) =>
        Results.Json(
            new
            {
                refusal.Code,
                refusal.Zh,
                refusal.En,
            },
            statusCode: DocumentAnswers.StatusOf(refusal.Kind)
        );
}
