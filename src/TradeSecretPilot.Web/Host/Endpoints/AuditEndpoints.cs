using System.Text;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.Web.Host.Circuits;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>The published roots as a file, and proofs of receipts.</summary>
internal static class AuditEndpoints
{
    /// <summary>Roots in the file: of more than a month, when they are made hourly.</summary>
    private const int RootsInFile = 1000;

    public static void MapAudit(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/audit/roots.jsonl", RootsAsync);
        endpoints
            .MapGet(
                "/documents/receipt-proofs/{number}.json",
                (string number, FetchReceiptProof fetch, HttpContext http) =>
                    http.AnswerAsync(fetch.ExecuteAsync(new(number), http.RequestAborted))
            )
            .RequireAuthorization()
            .WithMetadata(new EndsWithItsSession());
    }

    private static async Task<IResult> RootsAsync(ListAuditAnchors list, HttpContext http)
    {
        var text = new StringBuilder();
        Page<AuditAnchor> page;
        var number = 1;
        do
        {
            page = await list.ExecuteAsync(
                new(new Paging(number, Paging.MaxSize)),
                http.RequestAborted
            );
            foreach (var anchor in page.Items)
            {
                text.Append(AuditAnchorFile.WriteLine(anchor)).Append('\n');
            }
        } while (number++ * page.Paging.Size < Math.Min(page.Total, RootsInFile));

        return Results.File(
            Encoding.UTF8.GetBytes(text.ToString()),
            "application/jsonl",
            "roots.jsonl"
        );
    }
}
