using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Search;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>
/// 回执核验: a person with a receipt's number, or the fingerprint printed on a document, reads the receipt's instant and
/// fingerprint, and nothing of the content. A decision whose list is not published yet is answered like a number that was never issued.
/// </summary>
[OneSnapshot]
public sealed class VerifyReceipt(PilotSessions sessions, AuditAnchors anchors)
{
    /// <param name="Number">The receipt's number, or 64 hexadecimal digits of a fingerprint.</param>
    public sealed record Input(string Number);

    /// <param name="ReceivedAt">UTC.</param>
    /// <param name="Anchored">The first published root that covers it; null until there is one.</param>
    public sealed record View(
        string Number,
        ReceiptKind Kind,
        int VersionNumber,
        DateTimeOffset ReceivedAt,
        string ContentSha256,
        ReceiptAnchor? Anchored
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginPublicAsync(ct);
        var sought = SearchNormalizer.NormalizeWhole(input.Number).ToUpperInvariant();
        var isFingerprint = sought.Length == ContentHash.Length && sought.All(char.IsAsciiHexDigit);
        if (!isFingerprint && sought.Length is 0 or > Receipt.NumberMaxLength)
        {
            return ReceiptRefusals.NotFound();
        }

        // The same content may have been sent twice: what arrived first is the proof.
        var receipt = await session
            .Db.Receipts.AsNoTracking()
            .Where(r => isFingerprint ? r.ContentSha256 == sought : r.Number == sought)
            .OrderBy(r => r.ReceivedAt)
            .FirstOrDefaultAsync(ct);
        var isPublic =
            receipt is not { Kind: ReceiptKind.Decision }
            || await session.Db.IsDecisionPublicAsync(receipt.SubjectId, ct);
        return receipt is not null && isPublic
                ? new View(
                    receipt.Number,
                    receipt.Kind,
                    receipt.VersionNumber,
                    receipt.ReceivedAt,
                    receipt.ContentSha256,
                    await anchors.FindAsync(receipt, ct)
                )
            : isFingerprint ? ReceiptRefusals.FingerprintUnknown()
            : ReceiptRefusals.NotFound();
    }
}
