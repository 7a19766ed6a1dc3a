namespace TradeSecretPilot.Domain.Attachments;

/// <summary>
/// 附件: a file that goes with a plan or a report. It is part of the content: a version names its files by their fingerprints,
/// and so does the version's own fingerprint.
/// </summary>
public sealed record Attachment
{
    public const int MaxCount = 20;
    public const int TitleMaxLength = 80;
    public const int FileNameMaxLength = 150;

    /// <summary>20 MB.</summary>
    public const long MaxBytes = 20L * 1024 * 1024;

    public Guid Id { get; init; }

    /// <summary>What it is, as the list of attachments names it.</summary>
    public string Title { get; init; } = "";

    /// <summary>With its ending, as it was uploaded.</summary>
    public string FileName { get; init; } = "";

    public long Bytes { get; init; }

    /// <summary>Fingerprint of the file, upper-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Refuses what no content may hold.</summary>
    public static Refusal? Check(IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count > MaxCount)
        {
            return AttachmentRefusals.TooMany();
        }

        var fit = attachments.All(a =>
            a.Id != Guid.Empty
            && a.Title.Length <= TitleMaxLength
            && a.FileName.Length <= FileNameMaxLength
            && FileKinds.IsNamed(a.FileName)
            && a.Bytes is > 0 and <= MaxBytes
            && a.Sha256.Length == ContentHash.Length
        );
        return fit && attachments.DistinctBy(a => a.Id).Count() == attachments.Count
            ? null
            : AttachmentRefusals.Invalid();
    }
}
