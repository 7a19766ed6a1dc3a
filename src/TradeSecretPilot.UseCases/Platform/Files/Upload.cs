using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>A file on its way in.</summary>
/// <param name="FileName">With its ending.</param>
/// <param name="Content">Read to its end.</param>
/// <param name="HasNoSecrets">The uploader confirmed: 涉密信息不得上传.</param>
public sealed record Upload(string FileName, Stream Content, bool HasNoSecrets);

internal static class Uploads
{
    private static readonly SemaphoreSlim Inspecting = new(2);

    /// <summary>Keeps an uploaded file, or says why it is not taken; then nothing of it stays.</summary>
    public static async Task<Result<Attachment>> TakeAsync(
        this FileStore files,
        Upload upload,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var fileName = NameOf(upload.FileName);
        if (RefuseBeforehand(fileName, bytes: null, upload.HasNoSecrets) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await KeepAsync(files, fileName, upload.Content, now, ct);
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }

    /// <summary>The name under which a file is kept, of what its sender calls it.</summary>
    public static string NameOf(string fileName) =>
        Path.GetFileName(Characters.Clean(fileName).Trim());

    /// <summary>What can be said of a file before its first byte.</summary>
    /// <param name="fileName">As it would be kept.</param>
    /// <param name="bytes">Of the whole file; null when it is not known yet.</param>
    /// <param name="hasNoSecrets">The uploader confirmed it.</param>
    public static Refusal? RefuseBeforehand(string fileName, long? bytes, bool hasNoSecrets) =>
        !hasNoSecrets ? AttachmentRefusals.NotConfirmed()
        : !Characters.Fits(fileName, Attachment.FileNameMaxLength) ? AttachmentRefusals.Invalid()
        : bytes <= 0 ? AttachmentRefusals.Empty()
        : bytes > Attachment.MaxBytes ? AttachmentRefusals.TooLarge()
        : bytes is not null && !FileKinds.IsNamed(fileName)
            ? AttachmentRefusals.KindNotTaken(fileName)
        : null;

    /// <summary>Who sends: the account itself, for pieces belong to nobody else.</summary>
    /// <exception cref="PermissionDeniedException">A job sends nothing.</exception>
    public static Guid Sender(this PilotSession session) =>
        session.Actor.AccountId
        ?? throw new PermissionDeniedException($"{session.Actor.Name} sends no files.");

    private static async Task<Result<Attachment>> KeepAsync(
        FileStore files,
        string fileName,
        Stream content,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var head = new byte[FileKinds.HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        if (read == 0)
        {
            return AttachmentRefusals.Empty();
        }

        if (!FileKinds.Takes(fileName, head.AsSpan(0, read)))
        {
            return AttachmentRefusals.KindNotTaken(fileName);
        }

        // What is opened takes memory: of two that come at once, a third waits.
        await Inspecting.WaitAsync(ct);
        try
        {
            var kept = await files.KeepAsync(
                head.AsMemory(0, read),
                content,
                Attachment.MaxBytes,
                whole => FileInspection.Inspect(fileName, whole),
                ct
            );
            return kept.Map(whole => new Attachment
            {
                Id = Guid.CreateVersion7(now),
                Title = Cut(Path.GetFileNameWithoutExtension(fileName), Attachment.TitleMaxLength),
                FileName = fileName,
                Bytes = whole.Bytes,
                Sha256 = whole.Sha256,
            });
        }
        finally
        {
            Inspecting.Release();
        }
    }

    private static string Cut(string text, int length) =>
        text.Length > length ? text[..length] : text;
}
