using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>回执核验: whoever holds a receipt's number reads its instant and fingerprint, and nothing of the content.</summary>
public sealed class VerifyReceipt(PilotSessions sessions)
{
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
        var number = input.Number.Trim().ToUpperInvariant();
        var receipt = number.Length is 0 or > Receipt.NumberMaxLength
            ? null
            : await session
                .Db.Receipts.Where(r => r.Number == number)
                .Select(r => new View(
                    r.Number,
                    r.Kind,
                    r.VersionNumber,
                    r.ReceivedAt,
                    r.ContentSha256
                ))
                .SingleOrDefaultAsync(ct);
        return receipt is null
            ? new Refusal(
                "Receipt.NotFound",
                "没有这个编号的回执。请核对编号，注意区分数字0和字母O。",
                "There is no receipt with this number. Check it, and mind the digit 0 and the letter O."
            )
            : receipt;
    }
}
