using Microsoft.AspNetCore.Mvc;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.Web.Host.Circuits;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>Official documents by address: <c>.pdf</c> to keep, <c>.svg</c> to look at, <c>.docx</c> to edit where that makes sense.</summary>
public static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        var documents = endpoints
            .MapGroup("/documents")
            .RequireAuthorization()
            .WithMetadata(new EndsWithItsSession());
        MapApplications(documents);
        MapAppraisals(documents);
        MapReports(documents);
        MapFiles(documents);
        documents.MapExports();
        documents.MapPost("/audit-certificate", CertifyAsync);
        documents.MapPost("/password-letters", IssueLetterAsync);
        endpoints.MapGet(
            "/documents/announcements/{number:int}.{ending}",
            (int number, string ending, PrintAnnouncement print, HttpContext http) =>
                http.AnswerPublicAsync(
                    ending,
                    format => print.ExecuteAsync(new(number, format), http.RequestAborted)
                )
        );
        endpoints
            .MapGet("/downloads/{id:guid}.zip", FetchAsync)
            .RequireAuthorization()
            .WithMetadata(new EndsWithItsSession());
    }

    private static void MapApplications(RouteGroupBuilder documents)
    {
        documents.MapGet(
            "/applications/{id:guid}.{ending}",
            (Guid id, string ending, int? version, PrintApplication print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(id, version, format), http.RequestAborted),
                    word: true
                )
        );
        documents.MapGet(
            "/receipts/{number}.{ending}",
            (string number, string ending, PrintReceipt print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(number, format), http.RequestAborted)
                )
        );
        documents.MapGet(
            "/reviews/{id:guid}.{ending}",
            (Guid id, string ending, int? version, PrintReview print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(id, version, format), http.RequestAborted)
                )
        );
        documents.MapGet(
            "/letters/{batch:guid}.{ending}",
            (
                Guid batch,
                string ending,
                string? province,
                string? number,
                PrintForwardingLetter print,
                HttpContext http
            ) =>
                http.AnswerAsync(
                    ending,
                    format =>
                        print.ExecuteAsync(
                            new(batch, province, number, format),
                            http.RequestAborted
                        ),
                    word: true
                )
        );
        documents.MapGet(
            "/outcomes/{id:guid}.{ending}",
            (Guid id, string ending, PrintOutcomeLetter print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(id, format), http.RequestAborted),
                    word: true
                )
        );
    }

    private static void MapAppraisals(RouteGroupBuilder documents)
    {
        documents.MapGet(
            "/score-sheets/{id:guid}.{ending}",
            (Guid id, string ending, PrintScoreSheet print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(id, format), http.RequestAborted)
                )
        );
        documents.MapGet(
            "/assigned-plans/{id:guid}.{ending}",
            (Guid id, string ending, PrintAssignedPlan print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(id, format), http.RequestAborted)
                )
        );
        documents.MapGet(
            "/appraisals/{batch:guid}.{ending}",
            (Guid batch, string ending, PrintAppraisalSummary print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(batch, format), http.RequestAborted),
                    word: true
                )
        );
        documents.MapGet(
            "/decisions/{batch:guid}.{ending}",
            (Guid batch, string ending, PrintDecision print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(batch, format), http.RequestAborted)
                )
        );
        documents.MapGet(
            "/announcement-drafts/{batch:guid}.{ending}",
            (
                Guid batch,
                string ending,
                string? number,
                PreviewAnnouncement print,
                HttpContext http
            ) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(batch, number, format), http.RequestAborted),
                    word: true
                )
        );
    }

    private static void MapReports(RouteGroupBuilder documents)
    {
        documents.MapGet(
            "/reports/{id:guid}.{ending}",
            (Guid id, string ending, int? version, PrintReport print, HttpContext http) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(id, version, format), http.RequestAborted),
                    word: true
                )
        );
        documents.MapGet(
            "/summaries/{batch:guid}-{ordinal:int}.{ending}",
            (
                Guid batch,
                int ordinal,
                string ending,
                PrintReportingSummary print,
                HttpContext http
            ) =>
                http.AnswerAsync(
                    ending,
                    format => print.ExecuteAsync(new(batch, ordinal, format), http.RequestAborted),
                    word: true
                )
        );
    }

    /// <summary>What people uploaded: attachments of a version (0 for the owner's own text) and sealed copies.</summary>
    private static void MapFiles(RouteGroupBuilder documents)
    {
        documents.MapGet(
            "/applications/{id:guid}/files/{version:int}/{file:guid}",
            (Guid id, int version, Guid file, FetchPlanAttachment fetch, HttpContext http) =>
                http.AnswerAsync(fetch.ExecuteAsync(new(id, version, file), http.RequestAborted))
        );
        documents.MapGet(
            "/assigned-plans/{id:guid}/files/{file:guid}",
            (Guid id, Guid file, FetchAssignedAttachment fetch, HttpContext http) =>
                http.AnswerAsync(fetch.ExecuteAsync(new(id, file), http.RequestAborted))
        );
        documents.MapGet(
            "/reports/{id:guid}/files/{version:int}/{file:guid}",
            (Guid id, int version, Guid file, FetchReportAttachment fetch, HttpContext http) =>
                http.AnswerAsync(fetch.ExecuteAsync(new(id, version, file), http.RequestAborted))
        );
        documents.MapGet(
            "/sealed/{id:guid}",
            (Guid id, FetchSealedCopy fetch, HttpContext http) =>
                http.AnswerAsync(fetch.ExecuteAsync(new(id), http.RequestAborted))
        );
    }

    /// <summary>It leaves a receipt and a trace, so it is asked for by a form.</summary>
    private static Task<IResult> CertifyAsync(
        [FromForm] string ending,
        CertifyAudit certify,
        HttpContext http
    ) => http.AnswerAsync(ending, format => certify.ExecuteAsync(new(format), http.RequestAborted));

    /// <summary>It makes the code and is done once, so it is asked for by a form.</summary>
    private static Task<IResult> IssueLetterAsync(
        [FromForm] Guid link,
        IssuePasswordLetter issue,
        HttpContext http
    ) => http.AnswerAsync(issue.ExecuteAsync(new(link), Acting.ToTheEnd));

    private static async Task<IResult> FetchAsync(Guid id, FetchBundle fetch, HttpContext http)
    {
        var fetched = await fetch.ExecuteAsync(new(id), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return fetched.Refusal is { } refusal
            ? http.Refuse(refusal)
            : Results.Stream(fetched.Value.Content, FetchBundle.MediaType, fetched.Value.Name);
    }
}
