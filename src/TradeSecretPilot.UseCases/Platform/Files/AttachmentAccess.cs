using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>A file to be handed out.</summary>
/// <param name="Content">To be disposed by the caller.</param>
public sealed record FileView(string Name, string MediaType, Stream Content);

internal static class AttachmentAccess
{
    /// <summary>
    /// Refuses files that the actor's organisation did not upload: a fingerprint alone, however it became known, opens nothing.
    /// </summary>
    /// <param name="before">What the content had already.</param>
    /// <param name="after">What it is to have.</param>
    public static async Task<Refusal?> RefuseForeignFilesAsync(
        this PilotSession session,
        IReadOnlyList<Attachment> before,
        IReadOnlyList<Attachment> after,
        CancellationToken ct
    )
    {
        var added = after
            .Select(a => a.Sha256)
            .Except(before.Select(a => a.Sha256), StringComparer.Ordinal)
            .ToList();
        return
            added.Count == 0
            || await session.Db.StoredFiles.CountAsync(f => added.Contains(f.Sha256), ct)
                == added.Count
            ? null
            : AttachmentRefusals.FileUnknown();
    }

    /// <summary>The file of one attachment of a content that the actor may read.</summary>
    public static Result<FileView> Open(
        this FileStore files,
        IReadOnlyList<Attachment> attachments,
        Guid attachmentId
    )
    {
        var attachment = attachments.FirstOrDefault(a => a.Id == attachmentId);
        return
            attachment is not null && files.Open(attachment.FileName, attachment.Sha256) is { } file
            ? file
            : AttachmentRefusals.NotFound();
    }

    /// <summary>A kept file under its name; null when it is gone.</summary>
    public static FileView? Open(this FileStore files, string fileName, string sha256) =>
        files.OpenKept(sha256) is { } content
            ? new FileView(fileName, FileKinds.MediaTypeOf(fileName), content)
            : null;
}
