using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>The application with its plan as a file: a submitted version, or for its owner the text as it stands.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.PlanRead)]
[OneSnapshot]
public sealed class PrintApplication(PilotSessions sessions, DocumentPrinter printer)
    : IBundlePrinter
{
    /// <param name="VersionNumber">A submitted version, 0 for the owner's unsent text; null for what the reader sees first.</param>
    public sealed record Input(
        Guid ApplicationId,
        int? VersionNumber = null,
        FileFormat Format = FileFormat.Pdf
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        var db = session.Db;
        var found = await (
            from a in db.Applications.AsNoTracking()
            where a.Id == input.ApplicationId
            join b in db.Batches on a.BatchId equals b.Id
            join o in db.Organizations on a.OrganizationId equals o.Id
            join d in db.Divisions on a.ProvinceCode equals d.Code
            select new
            {
                Application = a,
                BatchName = b.NameZh,
                OrganizationName = o.Name,
                ProvinceName = d.Name,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        var isOwner = session.Actor.OrganizationKind == OrganizationKind.LocalGovernment;
        // What is being written goes before what was sent; once nothing can be written any more, what was sent is the plan.
        var isWritten =
            application.VersionNumber == 0
            || ApplicationLifecycle.Table.Permits(application.Status, ApplicationAct.Edit);
        var number = input.VersionNumber ?? (isOwner && isWritten ? 0 : application.VersionNumber);
        var source = new ApplicationDocument.Source(
            application.RegionName,
            found.OrganizationName,
            found.ProvinceName,
            found.BatchName,
            application.Number,
            application.Plan,
            0,
            BeijingTime.DayOf(application.PlanSavedAt),
            "",
            null
        );
        if (number > 0 || !isOwner)
        {
            var version = await (
                from v in db.PlanVersions
                where v.ApplicationId == application.Id && v.Number == number
                join r in db.Receipts
                    on new { SubjectId = v.ApplicationId, VersionNumber = v.Number } equals new
                    {
                        r.SubjectId,
                        r.VersionNumber,
                    }
                    into receipts
                from r in receipts.DefaultIfEmpty()
                select new
                {
                    v.Plan,
                    v.SubmittedAt,
                    v.ContentSha256,
                    ReceiptNumber = r == null ? null : r.Number,
                }
            ).SingleOrDefaultAsync(ct);
            if (version is null)
            {
                return ApplicationRefusals.NotFound();
            }

            source = source with
            {
                Plan = version.Plan,
                VersionNumber = number,
                Day = BeijingTime.DayOf(version.SubmittedAt),
                ContentSha256 = version.ContentSha256,
                ReceiptNumber = version.ReceiptNumber,
            };
        }
        else
        {
            source = source with { ContentSha256 = ContentHash.Fingerprint(application.Plan) };
        }

        return await printer.HandOutAsync(
            session,
            application.Id,
            ApplicationDocument.Of(source),
            input.Format,
            ct
        );
    }

    BundleKind IBundlePrinter.Kind => BundleKind.Applications;

    Task<Result<DocumentFile>> IBundlePrinter.PrintAsync(Guid id, CancellationToken ct) =>
        ExecuteAsync(new Input(id), ct);
}
