using System.Text.Json.Serialization;

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

    /// <summary>50 MB.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>What it is, as the list of attachments names it.</summary>
    [JsonPropertyName("title")]
    public string Title { get; init; } = "";

    /// <summary>With its ending, as it was uploaded.</summary>
    [JsonPropertyName("fileName")]
    public string FileName { get; init; } = "";

    [JsonPropertyName("bytes")]
    public long Bytes { get; init; }

    /// <summary>Fingerprint of the file, upper-case hexadecimal.</summary>
    [JsonPropertyName("sha256")]
    public string Sha256 { get; init; } = "";

    /// <summary>The attachments with their titles as they are kept.</summary>
    public static IReadOnlyList<Attachment> Clean(IReadOnlyList<Attachment> attachments) =>
        [.. attachments.Select(a => a with { Title = Characters.Clean(a.Title) })];

    /// <summary>What keeps the content from being submitted, from the title of one attachment: its place, counted from 1.</summary>
    public static IEnumerable<(int Number, TextFault Fault)> Faults(
        IReadOnlyList<Attachment> attachments
    ) =>
        attachments.SelectMany(
            (a, i) =>
                TextFault.Of(a.Title, TitleMaxLength) is { } fault ? new[] { (i + 1, fault) } : []
        );

    /// <summary>The attachments with one more at their end; refused when the same file is among them already.</summary>
    public static Result<IReadOnlyList<Attachment>> Add(
        IReadOnlyList<Attachment> attachments,
        Attachment added
    ) =>
        attachments.FirstOrDefault(a => a.Sha256 == added.Sha256) is { } same
            ? AttachmentRefusals.AlreadyAttached(added.FileName, same.Title, same.FileName)
            : Result.Of<IReadOnlyList<Attachment>>([.. attachments, added]);

    /// <summary>Refuses what no draft may hold.</summary>
    public static Refusal? Check(IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count > MaxCount)
        {
            return AttachmentRefusals.TooMany();
        }

        var fit = attachments.All(a =>
            a.Id != Guid.Empty
            && a.Title.Length <= TextFault.DraftMaxLength
            && Characters.Excess(a.FileName, FileNameMaxLength) == 0
            && FileKinds.IsNamed(a.FileName)
            && a.Bytes is > 0 and <= MaxBytes
            && a.Sha256.Length == ContentHash.Length
        );
        return fit && attachments.DistinctBy(a => a.Id).Count() == attachments.Count
            ? null
            : AttachmentRefusals.Invalid();
    }
}
