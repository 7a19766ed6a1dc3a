using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Search;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>
/// 回执核验: a person with a receipt's number, or the fingerprint printed on a document, reads the receipt's instant and
/// fingerprint, and nothing of the content.
/// </summary>
[OneSnapshot]
public sealed class VerifyReceipt(PilotSessions sessions)
{
    /// <param name="Number">The receipt's number, or 64 hexadecimal digits of a fingerprint.</param>
    public sealed record Input(string Number);

    /// <param name="ReceivedAt">UTC.</param>
    public sealed record View(
        string Number,
        ReceiptKind Kind,
        int VersionNumber,
        DateTimeOffset ReceivedAt,
        string ContentSha256
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
            .Db.Receipts.Where(r => isFingerprint ? r.ContentSha256 == sought : r.Number == sought)
            .OrderBy(r => r.ReceivedAt)
            .Select(r => new View(r.Number, r.Kind, r.VersionNumber, r.ReceivedAt, r.ContentSha256))
            .FirstOrDefaultAsync(ct);
        return receipt is not null ? receipt
            : isFingerprint ? ReceiptRefusals.FingerprintUnknown()
            : ReceiptRefusals.NotFound();
    }
}
