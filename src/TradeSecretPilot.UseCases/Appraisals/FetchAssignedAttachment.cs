using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>The file of an attachment of the forwarded plan, for an expert who declared no conflict.</summary>
[RecordsTaking(Act.FileTaken)]
public sealed class FetchAssignedAttachment(PilotSessions sessions, FileStore files)
{
    public sealed record Input(Guid SheetId, Guid AttachmentId);

    public async Task<Result<FileView>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        var db = session.Db;
        var found = await (
            from s in db.ScoreSheets
            where s.Id == input.SheetId && s.ExpertId == session.Actor.AccountId
            join a in db.Applications on s.ApplicationId equals a.Id
            join v in db.PlanVersions
                on new { ApplicationId = a.Id, Number = a.VersionNumber } equals new
                {
                    v.ApplicationId,
                    v.Number,
                }
            select new { ApplicationId = a.Id, v.Plan }
        ).SingleOrDefaultAsync(ct);
        return found is null
            ? AppraisalRefusals.NotFound()
            : await files.HandOutAsync(
                session,
                found.ApplicationId,
                found.Plan.Attachments,
                input.AttachmentId,
                ct
            );
    }
}
