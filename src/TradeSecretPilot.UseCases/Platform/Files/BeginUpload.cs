using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>
/// Says what file is going to be sent in pieces. What would be refused at the end is refused here, before anything is sent, as far
/// as name and length tell.
/// </summary>
public sealed class BeginUpload(PilotSessions sessions, FileStore files)
{
    /// <param name="FileName">With its ending.</param>
    /// <param name="Bytes">Of the whole file.</param>
    /// <param name="HasNoSecrets">The uploader confirmed: 涉密信息不得上传.</param>
    public sealed record Input(string FileName, long Bytes, bool HasNoSecrets);

    /// <returns>Its key, for its account alone.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SendFiles, ct);
        var account = session.Sender();
        var name = Uploads.NameOf(input.FileName);
        if (Uploads.RefuseBeforehand(name, input.Bytes, input.HasNoSecrets) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await MakeRoomAsync(account, ct)
                ? await files.BeginUploadAsync(
                    account,
                    input.Bytes,
                    new UploadNote(name, input.HasNoSecrets),
                    ct
                )
                : UploadRefusals.TooMany();
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }

    /// <summary>Uploads that their page has forgotten, such as those of a closed browser, stand in nobody's way.</summary>
    private async Task<bool> MakeRoomAsync(Guid account, CancellationToken ct)
    {
        var open = await files.ListUploadsAsync(account, ct);
        if (open.Count < UploadLimits.MaxOpen)
        {
            return true;
        }

        var quiet = TimeProvider.System.GetUtcNow() - UploadLimits.Quiet;
        if (open[0].TouchedAt > quiet)
        {
            return false;
        }

        await files.DropAsync(open[0], ct);
        return true;
    }
}
