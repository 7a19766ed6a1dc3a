using System.Collections.Frozen;
using System.Globalization;
using TradeSecretPilot.Domain.Receipts;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// What binds a receipt to the entry of the act that issued it: the fingerprint of all its members stands in a member of its own of
/// the entry, whose act, record and instant must be the receipt's too.
/// </summary>
internal static class ReceiptSeal
{
    private static readonly FrozenDictionary<ReceiptKind, Act> ActOf = new Dictionary<
        ReceiptKind,
        Act
    >
    {
        [ReceiptKind.Application] = Act.ApplicationSubmitted,
        [ReceiptKind.ProgressReport] = Act.ProgressReportFiled,
        [ReceiptKind.ForwardingLetter] = Act.ProvincialCallForwarded,
        [ReceiptKind.Decision] = Act.BatchSelectionDecided,
        [ReceiptKind.Announcement] = Act.BatchAnnounced,
        [ReceiptKind.AuditCertificate] = Act.AuditCertified,
    }.ToFrozenDictionary();

    /// <summary>Code of the act that issues receipts of a kind.</summary>
    public static string CodeOf(ReceiptKind kind) => Acts.CodeOf(ActOf[kind]);

    public static bool Issues(Act act, ReceiptKind kind) => ActOf[kind] == act;

    /// <summary>The receipt's members, in the order of the canonical form.</summary>
    public static string TextOf(
        string number,
        ReceiptKind kind,
        Guid subjectId,
        int versionNumber,
        DateTimeOffset receivedAt,
        string contentSha256
    ) =>
        AuditContent.Join([
            number,
            kind.ToString(),
            subjectId.ToString("N"),
            versionNumber.ToString(CultureInfo.InvariantCulture),
            AuditContent.Instant(receivedAt),
            contentSha256,
        ]);

    public static string Of(Receipt r) =>
        ContentHash.Of(
            TextOf(r.Number, r.Kind, r.SubjectId, r.VersionNumber, r.ReceivedAt, r.ContentSha256)
        );
}
