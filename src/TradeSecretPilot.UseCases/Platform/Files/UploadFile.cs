using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>
/// Takes a file for a plan or report of the own organisation. It becomes part of a content only when that content is saved with it.
/// </summary>
public sealed class UploadFile(PilotSessions sessions, FileStore files)
{
    public async Task<Result<Attachment>> ExecuteAsync(Upload input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UploadFiles, ct);
        var taken = await files.TakeAsync(input, session.Now, ct);
        if (taken.Refusal is { } refused)
        {
            return refused;
        }

        var attachment = taken.Value;
        if (await session.Db.StoredFiles.AnyAsync(f => f.Sha256 == attachment.Sha256, ct))
        {
            return attachment;
        }

        var file = StoredFile.Of(
            attachment,
            session.OrganizationId,
            session.Actor.AccountId!.Value,
            session.Now
        );
        session.Db.StoredFiles.Add(file);
        session.Did(
            new Act("File.Uploaded", file.Id)
            {
                Note = $"{attachment.FileName} · {attachment.Sha256[..8]}",
            }
        );
        var saved = await session.SaveAsync(ct);
        // A colleague sent the same file at the same time: it is there.
        return saved.Refusal is { } refusal && refusal.Code != PlatformRefusals.AlreadyDone().Code
            ? refusal
            : attachment;
    }
}
