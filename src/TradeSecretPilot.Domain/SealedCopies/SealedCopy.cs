using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.Domain.SealedCopies;

/// <summary>What a sealed copy was printed from.</summary>
public enum SealedSubject
{
    /// <summary>申报书: the plan of an application.</summary>
    Application = 1,

    /// <summary>上报函: the forwarding letter of a province.</summary>
    ForwardingLetter = 2,
}

/// <summary>
/// 盖章件: the scan of a printed and sealed document. It stands for exactly the text whose fingerprint it names: once that
/// text is changed, it is void.
/// </summary>
public sealed class SealedCopy
{
    private SealedCopy() { }

    public Guid Id { get; private set; }

    public SealedSubject Subject { get; private set; }

    /// <summary>The application or the provincial call.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Fingerprint of the text that was printed.</summary>
    public string ContentSha256 { get; private set; } = null!;

    public string FileName { get; private set; } = null!;

    public long Bytes { get; private set; }

    /// <summary>Fingerprint of the scan.</summary>
    public string FileSha256 { get; private set; } = null!;

    public Guid OrganizationId { get; private set; }

    public string ProvinceCode { get; private set; } = null!;

    /// <summary>UTC.</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    public string UploadedBy { get; private set; } = null!;

    /// <summary>Keeps a scan for a text.</summary>
    public static Result<SealedCopy> Of(
        SealedSubject subject,
        Guid subjectId,
        string contentSha256,
        Attachment scan,
        Guid organizationId,
        string provinceCode,
        string uploadedBy,
        DateTimeOffset now
    ) =>
        FileKinds.IsScan(scan.FileName)
            ? new SealedCopy
            {
                Id = Guid.CreateVersion7(now),
                Subject = subject,
                SubjectId = subjectId,
                ContentSha256 = contentSha256,
                FileName = scan.FileName,
                Bytes = scan.Bytes,
                FileSha256 = scan.Sha256,
                OrganizationId = organizationId,
                ProvinceCode = provinceCode,
                UploadedAt = now,
                UploadedBy = uploadedBy,
            }
            : SealedCopyRefusals.NotAScan(scan.FileName);
}
