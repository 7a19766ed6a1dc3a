namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>Removes an upload of the own account: it was cancelled, or its file is where it belongs.</summary>
public sealed class DropUpload(PilotSessions sessions, FileStore files)
{
    public sealed record Input(Guid UploadId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SendFiles, ct);
        try
        {
            if (await files.FindUploadAsync(session.Sender(), input.UploadId, ct) is not { } found)
            {
                return UploadRefusals.NotFound();
            }

            await files.DropAsync(found, ct);
            return Result.Done;
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }
}
