using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.Web.Parts.Files;

/// <summary>How pages write files, and the titles of attachments as fields of their own: <c>attachment:{id}:title</c>.</summary>
public static class FileText
{
    /// <summary>The anchor of the list.</summary>
    public const string Anchor = "attachments";

    private const string Prefix = "attachment";
    private const string Title = "title";

    /// <summary>1.4 MB, 320 KB.</summary>
    public static string Size(long bytes) => OfficialWords.Size(bytes);

    /// <summary>The title, or the file's name without its ending while there is none.</summary>
    public static string NameOf(Attachment attachment) =>
        string.IsNullOrWhiteSpace(attachment.Title)
            ? Path.GetFileNameWithoutExtension(attachment.FileName)
            : attachment.Title;

    /// <summary>The key of an attachment's title.</summary>
    public static string KeyOf(Attachment attachment) => $"{Prefix}:{attachment.Id:N}:{Title}";

    /// <summary>Whether a key is that of a title.</summary>
    public static bool IsTitle(string key) =>
        key.StartsWith(Prefix + ":", StringComparison.Ordinal);

    /// <summary>The title by its key; null when there is no such attachment.</summary>
    public static string? Read(IReadOnlyList<Attachment> attachments, string key) =>
        attachments.FirstOrDefault(a => KeyOf(a) == key)?.Title;

    /// <summary>The attachments with one title changed: no key brings a file.</summary>
    public static IReadOnlyList<Attachment> Write(
        IReadOnlyList<Attachment> attachments,
        string key,
        string title
    ) =>
        [
            .. attachments.Select(a =>
                KeyOf(a) == key ? a with { Title = Characters.Clean(title) } : a
            ),
        ];
}
