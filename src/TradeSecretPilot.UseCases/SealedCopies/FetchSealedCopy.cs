using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.SealedCopies;

/// <summary>The scan of a sealed copy, for its owner and those to whom the sealed text was sent.</summary>
[RecordsTaking(Act.FileTaken)]
public sealed class FetchSealedCopy(PilotSessions sessions, FileStore files)
{
    public sealed record Input(Guid SealedCopyId);

    public async Task<Result<FileView>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        var copy = await session
            .Db.SealedCopies.Where(s => s.Id == input.SealedCopyId)
            .Select(s => new
            {
                s.SubjectId,
                s.FileName,
                s.FileSha256,
            })
            .SingleOrDefaultAsync(ct);
        return copy is null
            ? SealedCopyRefusals.NotFound()
            : await files.HandOutAsync(
                session,
                copy.SubjectId,
                copy.FileName,
                copy.FileSha256,
                SealedCopyRefusals.NotFound(),
                ct
            );
    }
}
