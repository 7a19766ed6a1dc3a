namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>
/// The file of an upload of the own account that has arrived, for the act that it was sent for. It stays until it is dropped, so
/// that an act whose answer was lost can be asked for again.
/// </summary>
[RecordsNothing("The sender gets back what was sent a moment ago.")]
public sealed class FetchUpload(PilotSessions sessions, FileStore files)
{
    public sealed record Input(Guid UploadId);

    /// <returns>Its content is to be disposed by the caller.</returns>
    public async Task<Result<Upload>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SendFiles, ct);
        try
        {
            if (
                await files.FindUploadAsync(session.Sender(), input.UploadId, ct) is not { } found
                || await files.ReadNoteAsync(found, ct) is not { } note
            )
            {
                return UploadRefusals.NotFound();
            }

            return found.Offset == found.Bytes
                ? new Upload(
                    note.FileName,
                    new PiecedStream(files, found.Pieces),
                    note.HasNoSecrets
                )
                : UploadRefusals.Unfinished();
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }
}
