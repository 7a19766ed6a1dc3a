using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>
/// The one way in for a file that is kept: it is what its name says, holds nothing active, and no virus that the scanner knows.
/// What is not taken never has a row, so nobody can read it.
/// </summary>
public sealed class FileIntake(FileStore files, VirusScanner scanner, HeavyWork heavy)
{
    /// <summary>Keeps an uploaded file, or says why it is not taken; then nothing of it stays.</summary>
    internal async Task<Result<Attachment>> TakeAsync(
        Upload upload,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var fileName = Uploads.NameOf(upload.FileName);
        if (Uploads.RefuseBeforehand(fileName, bytes: null, upload.HasNoSecrets) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await KeepAsync(fileName, upload.Content, now, ct);
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }

    private async Task<Result<Attachment>> KeepAsync(
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

        return await heavy.RunAsync(
            async turn =>
            {
                var kept = await files.KeepAsync(
                    head.AsMemory(0, read),
                    content,
                    Attachment.MaxBytes,
                    whole => InspectAsync(fileName, whole, turn),
                    turn
                );
                return kept.Map(whole => new Attachment
                {
                    Id = Guid.CreateVersion7(now),
                    Title = Cut(
                        Path.GetFileNameWithoutExtension(fileName),
                        Attachment.TitleMaxLength
                    ),
                    FileName = fileName,
                    Bytes = whole.Bytes,
                    Sha256 = whole.Sha256,
                });
            },
            ahead: null,
            ct
        );
    }

    private async Task<Refusal?> InspectAsync(string fileName, Stream content, CancellationToken ct)
    {
        if (FileInspection.Inspect(fileName, content) is { } refusal)
        {
            return refusal;
        }

        if (!scanner.Options.IsUsed)
        {
            return null;
        }

        content.Position = 0;
        return await scanner.ScanAsync(content, ct) switch
        {
            ScanVerdict.Clean => null,
            ScanVerdict.Infected => AttachmentRefusals.Infected(fileName),
            _ => PlatformRefusals.ScannerUnavailable(),
        };
    }

    private static string Cut(string text, int length) =>
        text.Length > length ? text[..length] : text;
}
