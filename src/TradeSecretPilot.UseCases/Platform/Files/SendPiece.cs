namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>Takes the next piece of an upload of the own account, whole or not at all.</summary>
public sealed class SendPiece(PilotSessions sessions, FileStore files)
{
    /// <param name="Offset">Where in the file it begins; it must be where the file has come to.</param>
    /// <param name="Bytes">Of this piece.</param>
    /// <param name="Content">Read for that many bytes.</param>
    public sealed record Input(Guid UploadId, long Offset, long Bytes, Stream Content);

    /// <returns>How far the file has come now, in bytes.</returns>
    public async Task<Result<long>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SendFiles, ct);
        var account = session.Sender();
        try
        {
            if (await files.FindUploadAsync(account, input.UploadId, ct) is not { } found)
            {
                return UploadRefusals.NotFound();
            }

            if (found.Offset != input.Offset)
            {
                return UploadRefusals.WrongOffset();
            }

            var left = found.Bytes - found.Offset;
            if (
                input.Bytes is <= 0 or > UploadLimits.MaxPiece
                || input.Bytes > left
                || (input.Bytes < UploadLimits.MinPiece && input.Bytes < left)
            )
            {
                return UploadRefusals.WrongPiece();
            }

            var piece = new byte[input.Bytes];
            if (await input.Content.ReadAtLeastAsync(piece, piece.Length, false, ct) < piece.Length)
            {
                return UploadRefusals.WrongPiece();
            }

            return await files.AddPieceAsync(account, input.UploadId, input.Offset, piece, ct)
                ? input.Offset + piece.Length
                : UploadRefusals.WrongOffset();
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }
}
