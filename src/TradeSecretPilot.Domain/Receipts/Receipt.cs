using System.Globalization;

namespace TradeSecretPilot.Domain.Receipts;

/// <summary>What a receipt 回执 acknowledges.</summary>
public enum ReceiptKind
{
    /// <summary>An application was submitted.</summary>
    Application = 1,

    /// <summary>A progress report was filed.</summary>
    ProgressReport = 2,

    /// <summary>A province forwarded its letter.</summary>
    ForwardingLetter = 3,

    /// <summary>The lead decided the selection.</summary>
    Decision = 4,

    /// <summary>The list was published.</summary>
    Announcement = 5,

    /// <summary>The audit chain was verified.</summary>
    AuditCertificate = 6,
}

/// <summary>
/// 回执: proof that a version reached the portal, or was issued by it, at an instant. Whoever holds the number can verify
/// instant and fingerprint on a public page, which shows nothing of the content.
/// </summary>
public sealed class Receipt
{
    public const int NumberMaxLength = 40;

    private Receipt() { }

    public Guid Id { get; private set; }

    /// <summary>Public number, such as SB-20220419-7F3A-91C21E.</summary>
    public string Number { get; private set; } = null!;

    public ReceiptKind Kind { get; private set; }

    /// <summary>The application, report obligation, provincial call, selection, announcement, or the certificate itself.</summary>
    public Guid SubjectId { get; private set; }

    public int VersionNumber { get; private set; }

    /// <summary>The instant (UTC) the command reached the server.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>SHA-256 of the version's content.</summary>
    public string ContentSha256 { get; private set; } = null!;

    /// <summary>Whose it is; null for what the portal itself certifies.</summary>
    public Guid? OrganizationId { get; private set; }

    public string? ProvinceCode { get; private set; }

    /// <summary>
    /// The last six characters come from subject, version and fingerprint, so a number cannot be found by counting.
    /// </summary>
    public static Receipt Issue(
        ReceiptKind kind,
        Guid subjectId,
        int versionNumber,
        string contentSha256,
        Guid? organizationId,
        string? provinceCode,
        DateTimeOffset now
    )
    {
        var id = Guid.CreateVersion7(now);
        var tail = ContentHash.Of($"{id:N}{subjectId:N}{versionNumber}{contentSha256}");
        var prefix = kind switch
        {
            ReceiptKind.Application => "SB",
            ReceiptKind.ProgressReport => "BG",
            ReceiptKind.ForwardingLetter => "SH",
            ReceiptKind.Decision => "JD",
            ReceiptKind.Announcement => "GB",
            _ => "SJ",
        };
        return new Receipt
        {
            Id = id,
            Number = string.Create(
                CultureInfo.InvariantCulture,
                $"{prefix}-{BeijingTime.DayOf(now):yyyyMMdd}-{tail[..4]}-{tail[4..10]}"
            ),
            Kind = kind,
            SubjectId = subjectId,
            VersionNumber = versionNumber,
            ReceivedAt = now,
            ContentSha256 = contentSha256,
            OrganizationId = organizationId,
            ProvinceCode = provinceCode,
        };
    }
}
