using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>A half-year report as a file: a filed version, or for its region the text as it stands.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.ReportRead)]
[OneSnapshot]
public sealed class PrintReport(PilotSessions sessions, DocumentPrinter printer) : IBundlePrinter
{
    /// <param name="VersionNumber">A filed version, 0 for the region's unfiled text; null for what the reader sees first.</param>
    public sealed record Input(
        Guid ObligationId,
        int? VersionNumber = null,
        FileFormat Format = FileFormat.Pdf
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        var db = session.Db;
        var head = await (
            from o in db.ReportObligations.AsNoTracking()
            where o.Id == input.ObligationId
            join b in db.Batches on o.BatchId equals b.Id
            join u in db.Organizations on o.OrganizationId equals u.Id
            select new
            {
                Report = o,
                BatchName = b.NameZh,
                OrganizationName = u.Name,
                Regulator = db
                    .Organizations.Where(p =>
                        p.Kind == OrganizationKind.ProvincialRegulator
                        && p.ProvinceCode == o.ProvinceCode
                    )
                    .Select(p => p.Name)
                    .First(),
            }
        ).SingleOrDefaultAsync(ct);
        if (head is null)
        {
            return ReportRefusals.NotFound();
        }

        var report = head.Report;
        var isOwner = session.Actor.OrganizationKind == OrganizationKind.LocalGovernment;
        var isWritten = ReportLifecycle.Table.Permits(report.Status, ReportAct.Edit);
        var number = input.VersionNumber ?? (isOwner && isWritten ? 0 : report.VersionNumber);
        var version = await (
            from v in db.ReportVersions
            where v.ObligationId == report.Id && v.Number == number
            join r in db.Receipts
                on new { SubjectId = v.ObligationId, VersionNumber = v.Number } equals new
                {
                    r.SubjectId,
                    r.VersionNumber,
                }
                into receipts
            from r in receipts.DefaultIfEmpty()
            select new
            {
                v.Content,
                v.FiledAt,
                v.ContentSha256,
                ReceiptNumber = r == null ? null : r.Number,
            }
        ).SingleOrDefaultAsync(ct);
        if (version is null && (number > 0 || !isOwner))
        {
            return ReportRefusals.NotFound();
        }

        return await printer.HandOutAsync(
            session,
            report.Id,
            ReportDocument.Of(
                new ReportDocument.Source(
                    report.RegionName,
                    head.OrganizationName,
                    head.Regulator,
                    head.BatchName,
                    report.PeriodStartsOn,
                    report.DueOn,
                    version?.Content ?? report.Content,
                    number,
                    BeijingTime.DayOf(version?.FiledAt ?? report.SavedAt ?? report.CreatedAt),
                    version is null
                        ? new Verification(ContentHash.Fingerprint(report.Content))
                        : new Verification(version.ContentSha256, version.ReceiptNumber)
                )
            ),
            input.Format,
            ct
        );
    }

    BundleKind IBundlePrinter.Kind => BundleKind.Reports;

    Task<Result<DocumentFile>> IBundlePrinter.PrintAsync(Guid id, CancellationToken ct) =>
        ExecuteAsync(new Input(id), ct);
}
