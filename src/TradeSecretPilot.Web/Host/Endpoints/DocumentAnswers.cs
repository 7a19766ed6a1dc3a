using System.Net;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>A printed document, or why there is none, as an answer to the browser.</summary>
internal static class DocumentAnswers
{
    private const string SvgType = "image/svg+xml";

    /// <param name="http">The request.</param>
    /// <param name="ending">What is asked for: <c>pdf</c>, <c>docx</c> or <c>svg</c>.</param>
    /// <param name="print">Makes it.</param>
    /// <param name="word">Whether the document is there as a Word file too.</param>
    public static async Task<IResult> AnswerAsync(
        this HttpContext http,
        string ending,
        Func<FileFormat, Task<Result<DocumentFile>>> print,
        bool word = false
    )
    {
        FileFormat? format = ending switch
        {
            "pdf" => FileFormat.Pdf,
            "svg" => FileFormat.Preview,
            "docx" when word => FileFormat.Word,
            _ => null,
        };
        if (format is null)
        {
            return Results.NotFound();
        }

        var printed = await print(format.Value);
        http.Response.Headers.CacheControl = "no-store";
        return printed.Refusal is not { } refusal ? FileOf(printed.Value, format.Value)
            : format == FileFormat.Preview ? Results.Text(Card(InLanguage.Of(refusal)!), SvgType)
            : http.Refuse(refusal);
    }

    /// <summary>A document for anybody: a reader that has it already is told so, and is sent nothing.</summary>
    /// <param name="http">The request.</param>
    /// <param name="ending">What is asked for: <c>pdf</c> or <c>svg</c>.</param>
    /// <param name="print">Makes it, or gives out what was made.</param>
    public static async Task<IResult> AnswerPublicAsync(
        this HttpContext http,
        string ending,
        Func<FileFormat, Task<Result<DocumentFile>>> print
    )
    {
        DocumentFile? file = null;
        var answer = await http.AnswerAsync(
            ending,
            async format =>
            {
                var printed = await print(format);
                file = printed.Refusal is null ? printed.Value : null;
                return printed;
            }
        );
        if (file is null)
        {
            return answer;
        }

        http.Response.Headers.CacheControl = "public, no-cache";
        var tag = new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(file.Content))}\""
        );
        return Results.File(
            file.Content,
            file.MediaType,
            ending == "svg" ? null : file.Name,
            entityTag: tag
        );
    }

    /// <param name="http">The request.</param>
    /// <param name="export">Makes the file.</param>
    public static async Task<IResult> AnswerAsync(
        this HttpContext http,
        Task<Result<DocumentFile>> export
    )
    {
        var exported = await export;
        http.Response.Headers.CacheControl = "no-store";
        return exported.Refusal is { } refusal
            ? http.Refuse(refusal)
            : Results.File(exported.Value.Content, exported.Value.MediaType, exported.Value.Name);
    }

    /// <summary>
    /// A file that somebody uploaded: always kept, never opened in the portal's own window, whatever it holds. The answer
    /// carries nosniff as every answer does.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="fetch">Opens it.</param>
    public static async Task<IResult> AnswerAsync(
        this HttpContext http,
        Task<Result<FileView>> fetch
    )
    {
        var fetched = await fetch;
        http.Response.Headers.CacheControl = "no-store";
        return fetched.Refusal is { } refusal
            ? http.Refuse(refusal)
            : Results.Stream(fetched.Value.Content, fetched.Value.MediaType, fetched.Value.Name);
    }

    /// <summary>Lets the status page say why.</summary>
    public static IResult Refuse(this HttpContext http, Refusal refusal)
    {
        RefusedRequest.Explain(http, refusal);
        return Results.StatusCode(StatusOf(refusal.Kind));
    }

    /// <summary>The HTTP status of a refusal, by its kind alone.</summary>
    public static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.ChangedMeanwhile or RefusalKind.AlreadyDone =>
                StatusCodes.Status409Conflict,
            RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    private static IResult FileOf(DocumentFile file, FileFormat format) =>
        format == FileFormat.Preview
            ? Results.Bytes(file.Content, file.MediaType)
            : Results.File(file.Content, file.MediaType, file.Name);

    // Where a picture is expected, the reason is a picture.
    private static string Card(string reason)
    {
        const int CharactersInLine = 30;
        var lines = reason
            .Chunk(CharactersInLine)
            .Select(
                (chunk, i) =>
                    $"<text x=\"24\" y=\"{48 + (i * 26)}\">{WebUtility.HtmlEncode(new string(chunk))}</text>"
            )
            .ToList();
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 {56
                + (lines.Count * 26)}" font-family="sans-serif" font-size="18" fill="#8a4b00">{string.Concat(
                lines
            )}</svg>
            """;
    }
}
