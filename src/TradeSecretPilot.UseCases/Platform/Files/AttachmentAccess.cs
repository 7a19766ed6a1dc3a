using Microsoft.EntityFrameworkCore;
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
            || await session.Db.StoredFiles.CountAsync(
                f => added.Contains(f.Sha256) && f.OrphanedAt == null,
                ct
            ) == added.Count
            ? null
            : AttachmentRefusals.FileUnknown();
    }

    /// <summary>The file of one attachment of a content that the actor may read.</summary>
    /// <param name="files">The store.</param>
    /// <param name="session">Who reads; it keeps that the file was handed out.</param>
    /// <param name="subjectId">The record with the content.</param>
    public static async Task<Result<FileView>> HandOutAsync(
        this FileStore files,
        PilotSession session,
        Guid subjectId,
        IReadOnlyList<Attachment> attachments,
        Guid attachmentId,
        CancellationToken ct
    ) =>
        attachments.FirstOrDefault(a => a.Id == attachmentId) is { } attachment
            ? await files.HandOutAsync(
                session,
                subjectId,
                attachment.FileName,
                attachment.Sha256,
                AttachmentRefusals.NotFound(),
                ct
            )
            : AttachmentRefusals.NotFound();

    /// <summary>A kept file under its name.</summary>
    /// <param name="files">The store.</param>
    /// <param name="session">Who reads; it keeps that the file was handed out.</param>
    /// <param name="subjectId">The record that names the file.</param>
    /// <param name="fileName">Under which it is handed out.</param>
    /// <param name="sha256">Its fingerprint.</param>
    /// <param name="gone">The answer when it is not there any more.</param>
    /// <param name="ct">Whoever asked has left.</param>
    public static async Task<Result<FileView>> HandOutAsync(
        this FileStore files,
        PilotSession session,
        Guid subjectId,
        string fileName,
        string sha256,
        Refusal gone,
        CancellationToken ct
    )
    {
        try
        {
            if (await files.OpenKeptAsync(sha256, ct) is not { } content)
            {
                return gone;
            }

            var kept = await session.KeepTakingAsync(subjectId, $"《{fileName}》", ct);
            if (kept.Refusal is { } refusal)
            {
                await content.DisposeAsync();
                return refusal;
            }

            return new FileView(fileName, FileKinds.MediaTypeOf(fileName), content);
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }
}
