using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>
/// Takes a file for a plan or report of the own organisation. It becomes part of a content only when that content is saved with it.
/// </summary>
public sealed class UploadFile(PilotSessions sessions, FileIntake intake)
{
    public async Task<Result<Attachment>> ExecuteAsync(Upload input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UploadFiles, ct);
        var taken = await intake.TakeAsync(input, session.Now, ct);
        if (taken.Refusal is { } refused)
        {
            return refused;
        }

        var attachment = taken.Value;
        var by = session.Actor.AccountId!.Value;
        var file = await session.Db.StoredFiles.SingleOrDefaultAsync(
            f => f.Sha256 == attachment.Sha256,
            ct
        );
        if (file?.FoundAt is not null)
        {
            return attachment;
        }

        if (file is null)
        {
            file = StoredFile.Of(attachment, session.OrganizationId, by, session.Now);
            session.Db.StoredFiles.Add(file);
        }
        else
        {
            file.UploadAgain(by, session.Now);
        }

        session.Record(
            new ActRecord(Act.FileUploaded, file.Id)
            {
                Note = $"{attachment.FileName} · {attachment.Sha256[..8]}",
            }
        );
        var saved = await session.SaveAsync(ct);
        // A colleague sent the same file at the same time: it is there.
        return saved.Refusal is { } refusal && refusal.Kind != RefusalKind.AlreadyDone
            ? refusal
            : attachment;
    }
}
