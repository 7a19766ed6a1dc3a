using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>The forwarded plan as a file, for an expert who declared no conflict.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.PlanRead)]
[OneSnapshot]
public sealed class PrintAssignedPlan(PilotSessions sessions, DocumentPrinter printer)
{
    public sealed record Input(Guid SheetId, FileFormat Format = FileFormat.Pdf);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        var db = session.Db;
        var found = await (
            from s in db.ScoreSheets
            where s.Id == input.SheetId && s.ExpertId == session.Actor.AccountId
            join a in db.Applications on s.ApplicationId equals a.Id
            join b in db.Batches on s.BatchId equals b.Id
            join d in db.Divisions on a.ProvinceCode equals d.Code
            join o in db.Organizations on a.OrganizationId equals o.Id
            join v in db.PlanVersions
                on new { ApplicationId = a.Id, Number = a.VersionNumber } equals new
                {
                    v.ApplicationId,
                    v.Number,
                }
            select new
            {
                ApplicationId = a.Id,
                a.RegionName,
                a.Number,
                OrganizationName = o.Name,
                BatchName = b.NameZh,
                ProvinceName = d.Name,
                Version = v,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        return found is null
            ? AppraisalRefusals.NotFound()
            : await printer.HandOutAsync(
                session,
                found.ApplicationId,
                ApplicationDocument.Of(
                    new ApplicationDocument.Source(
                        found.RegionName,
                        found.OrganizationName,
                        found.ProvinceName,
                        found.BatchName,
                        found.Number,
                        found.Version.Plan,
                        found.Version.Number,
                        BeijingTime.DayOf(found.Version.SubmittedAt),
                        found.Version.ContentSha256,
                        null
                    )
                ),
                input.Format,
                ct
            );
    }
}
