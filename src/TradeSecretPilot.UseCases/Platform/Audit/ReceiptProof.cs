using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TradeSecretPilot.Domain.Receipts;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// What shows, without the portal, that a receipt was issued: its members, the entry of the act that issued it, and the path from that
/// entry to a signed root (docs/canonical-form.md). Hashes are upper-case hexadecimal, instants UTC.
/// </summary>
public sealed record ReceiptProof
{
    /// <summary>Of the file.</summary>
    public const string FormatName = "tsp-receipt-proof/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public required string Format { get; init; }

    public required ReceiptPart Receipt { get; init; }

    public required EntryPart Entry { get; init; }

    /// <summary>From the entry upwards.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    public required AuditAnchor Anchor { get; init; }

    /// <summary>The receipt's members.</summary>
    public sealed record ReceiptPart(
        string Number,
        string Kind,
        Guid SubjectId,
        int VersionNumber,
        DateTimeOffset ReceivedAt,
        string ContentSha256
    );

    /// <summary>The entry's members.</summary>
    public sealed record EntryPart(
        long Sequence,
        Guid CommitId,
        int Ordinal,
        DateTimeOffset At,
        Guid? AccountId,
        string ActorName,
        string? ActorRole,
        string? OrganizationName,
        string Act,
        Guid SubjectId,
        string? Note,
        string? BeforeSha256,
        string? AfterSha256,
        string? RowsSha256,
        string? ReceiptSha256,
        string? KeyId,
        string? Mac,
        string PreviousHash
    );

    internal static ReceiptProof Of(
        Receipt receipt,
        AuditEntry entry,
        IReadOnlyList<byte[]> path,
        AuditAnchor anchor
    ) =>
        new()
        {
            Format = FormatName,
            Receipt = new ReceiptPart(
                receipt.Number,
                receipt.Kind.ToString(),
                receipt.SubjectId,
                receipt.VersionNumber,
                receipt.ReceivedAt,
                receipt.ContentSha256
            ),
            Entry = new EntryPart(
                entry.Sequence,
                entry.CommitId,
                entry.Ordinal,
                entry.At,
                entry.AccountId,
                entry.ActorName,
                entry.ActorRole,
                entry.OrganizationName,
                entry.Act,
                entry.SubjectId,
                entry.Note,
                entry.BeforeSha256,
                entry.AfterSha256,
                entry.RowsSha256,
                entry.ReceiptSha256,
                entry.KeyId,
                entry.Mac,
                entry.PreviousHash
            ),
            Path = [.. path.Select(Convert.ToHexString)],
            Anchor = anchor,
        };

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <returns>Null when the text is no such proof.</returns>
    public static ReceiptProof? Read(string text)
    {
        try
        {
            var proof = JsonSerializer.Deserialize<ReceiptProof>(text, Json);
            return proof?.Format == FormatName ? proof : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Checks the proof by itself, and against anchors that its holder trusts: roots that were published, or kept since.
    /// </summary>
    /// <param name="published">Empty when the holder has none; then the proof's own signed root is all there is.</param>
    /// <returns>What is wrong, in both languages; null when nothing is.</returns>
    public string? ProblemAgainst(IReadOnlyList<AuditAnchor> published)
    {
        try
        {
            return BindingProblem() ?? PathProblem() ?? RootProblem(published);
        }
        catch (FormatException)
        {
            return "证明中有不能识别的摘要。 A digest in the proof cannot be read.";
        }
    }

    /// <summary>Member by member: a fingerprint that merely stands somewhere in the entry binds nothing.</summary>
    private string? BindingProblem()
    {
        if (!Enum.TryParse<ReceiptKind>(Receipt.Kind, out var kind))
        {
            return "回执种类不能识别。 The kind of the receipt is not known.";
        }

        var seal = ContentHash.Of(
            ReceiptSeal.TextOf(
                Receipt.Number,
                kind,
                Receipt.SubjectId,
                Receipt.VersionNumber,
                Receipt.ReceivedAt,
                Receipt.ContentSha256
            )
        );
        return Entry.ReceiptSha256 != seal
                ? "这条审计记录没有签发这份回执。 The entry did not issue this receipt."
            : Entry.Act != ReceiptSeal.CodeOf(kind)
                ? "审计记录的事项不签发这种回执。 The entry's act issues no such receipt."
            : Entry.At != Receipt.ReceivedAt
                ? "回执的时间与审计记录不符。 The receipt's instant is not the entry's."
            : null;
    }

    private string? PathProblem() =>
        MerkleTree.Includes(
            Convert.FromHexString(Anchor.RootSha256),
            Anchor.Size,
            Entry.Sequence - 1,
            ChainWalk.LeafOf(EntryHash()),
            [.. Path.Select(Convert.FromHexString)]
        )
            ? null
            : "审计记录不在这个根之下：记录、位置或路径已被改动。 The entry is not under this root: entry, place or path were changed.";

    private string? RootProblem(IReadOnlyList<AuditAnchor> published) =>
        !Anchor.IsSigned() ? "锚的签名不符。 The anchor's signature does not match."
        : published.Count > 0
        && !published.Any(a =>
            a.IsSigned()
            && (a.Size, a.RootSha256, a.PublicKey)
                == (Anchor.Size, Anchor.RootSha256, Anchor.PublicKey)
        )
            ? "这个根不在所给的公布的根之中。 This root is not among the published ones that were given."
        : null;

    private string EntryHash()
    {
        var marked = AuditContent.Join([
            Entry.CommitId.ToString("N"),
            Entry.Ordinal.ToString(CultureInfo.InvariantCulture),
            AuditContent.Instant(Entry.At),
            Entry.AccountId?.ToString("N"),
            Entry.ActorName,
            Entry.ActorRole,
            Entry.OrganizationName,
            Entry.Act,
            Entry.SubjectId.ToString("N"),
            Entry.Note,
            Entry.BeforeSha256,
            Entry.AfterSha256,
            Entry.RowsSha256,
            Entry.ReceiptSha256,
            Entry.KeyId,
        ]);
        return ContentHash.Of(
            AuditContent.Join([
                Entry.Sequence.ToString(CultureInfo.InvariantCulture),
                marked,
                Entry.Mac,
                Entry.PreviousHash,
            ])
        );
    }
}
