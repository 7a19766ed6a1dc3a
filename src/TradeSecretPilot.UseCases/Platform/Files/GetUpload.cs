namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>How far an upload of the own account has come.</summary>
public sealed class GetUpload(PilotSessions sessions, FileStore files)
{
    public sealed record Input(Guid UploadId);

    /// <param name="Offset">Bytes that have arrived.</param>
    /// <param name="Bytes">Of the whole file.</param>
    /// <param name="ExpiresAt">UTC.</param>
    public sealed record View(long Offset, long Bytes, DateTimeOffset ExpiresAt);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SendFiles, ct);
        try
        {
            return await files.FindUploadAsync(session.Sender(), input.UploadId, ct) is { } found
                ? new View(found.Offset, found.Bytes, found.BegunAt + UploadLimits.Kept)
                : UploadRefusals.NotFound();
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }
}
