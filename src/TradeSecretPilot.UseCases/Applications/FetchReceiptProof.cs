using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>
/// The proof of a receipt as a file, for those whose record it acknowledges: with it they show what they filed and when, without the
/// portal and even against it (<c>verify-receipt</c>).
/// </summary>
[RecordsTaking(Act.FileTaken)]
public sealed class FetchReceiptProof(PilotSessions sessions, AuditAnchors anchors)
{
    public sealed record Input(string Number);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var number = input.Number.Trim().ToUpperInvariant();
        var receipt = await session
            .Db.Receipts.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Number == number, ct);
        if (receipt is null)
        {
            return ReceiptRefusals.NotFound();
        }

        if (await anchors.ProveAsync(receipt, ct) is not { } proof)
        {
            return ReceiptRefusals.NotAnchored();
        }

        var file = new DocumentFile(
            $"回执存证{receipt.Number}.json",
            "application/json",
            Encoding.UTF8.GetBytes(proof.Write())
        );
        var kept = await session.KeepTakingAsync(receipt.SubjectId, $"《{file.Name}》", ct);
        return kept.Refusal is { } refusal ? refusal : file;
    }
}
