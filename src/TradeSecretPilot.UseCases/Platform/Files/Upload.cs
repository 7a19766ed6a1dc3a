using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>A file on its way in.</summary>
/// <param name="FileName">With its ending.</param>
/// <param name="Content">Read to its end.</param>
/// <param name="HasNoSecrets">The uploader confirmed: 涉密信息不得上传.</param>
public sealed record Upload(string FileName, Stream Content, bool HasNoSecrets);

internal static class Uploads
{
    /// <summary>Keeps an uploaded file, or says why it is not taken; then nothing of it stays.</summary>
    public static async Task<Result<Attachment>> TakeAsync(
        this FileStore files,
        Upload upload,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var fileName = Path.GetFileName(upload.FileName.Trim());
        if (!upload.HasNoSecrets)
        {
            return AttachmentRefusals.NotConfirmed();
        }

        if (fileName.Length is 0 or > Attachment.FileNameMaxLength)
        {
            return AttachmentRefusals.Invalid();
        }

        var head = new byte[FileKinds.HeadLength];
        var read = await upload.Content.ReadAtLeastAsync(
            head,
            head.Length,
            throwOnEndOfStream: false,
            ct
        );
        if (read == 0)
        {
            return AttachmentRefusals.Empty();
        }

        if (!FileKinds.Takes(fileName, head.AsSpan(0, read)))
        {
            return AttachmentRefusals.KindNotTaken(fileName);
        }

        return
            await files.KeepAsync(head.AsMemory(0, read), upload.Content, Attachment.MaxBytes, ct)
                is { } kept
            ? new Attachment
            {
                Id = Guid.CreateVersion7(now),
                Title = Cut(Path.GetFileNameWithoutExtension(fileName), Attachment.TitleMaxLength),
                FileName = fileName,
                Bytes = kept.Bytes,
                Sha256 = kept.Sha256,
            }
            : AttachmentRefusals.TooLarge();
    }

    private static string Cut(string text, int length) =>
        text.Length > length ? text[..length] : text;
}
