using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>The published list in official layout, for anyone.</summary>
[RecordsNothing("Published for anyone; asked for without signing in.")]
[OneSnapshot]
public sealed class PrintAnnouncement(PilotSessions sessions, DocumentPrinter printer)
{
    /// <param name="BatchNumber">1 for 第一批.</param>
    public sealed record Input(int BatchNumber, FileFormat Format = FileFormat.Pdf);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginPublicAsync(ct);
        var db = session.Db;
        var found = await (
            from n in db.Announcements
            join b in db.Batches on n.BatchId equals b.Id
            where b.Number == input.BatchNumber
            join r in db.Receipts on n.Id equals r.SubjectId
            select new
            {
                Batch = b,
                n.DocumentNumber,
                n.PublishedAt,
                Verification = new Verification(r.ContentSha256, r.Number),
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return SelectionRefusals.NotAnnounced();
        }

        var regions = await (
            from a in db.Applications
            where a.BatchId == found.Batch.Id && a.Status == ApplicationStatus.Selected
            join d in db.Divisions on a.ProvinceCode equals d.Code
            orderby a.ProvinceCode, a.Number
            select new { Province = d.Name, a.RegionName }
        ).ToListAsync(ct);
        return await printer.PrintOnceAsync(
            AnnouncementDocument.Of(
                new AnnouncementDocument.Source
                {
                    BatchName = found.Batch.NameZh,
                    DocumentNumber = found.DocumentNumber,
                    Day = BeijingTime.DayOf(found.PublishedAt),
                    PilotStartsOn = found.Batch.PilotStartsOn,
                    PilotEndsOn = found.Batch.PilotEndsOn,
                    Regions = [.. regions.Select(r => (r.Province, r.RegionName))],
                    Verification = found.Verification,
                }
            ),
            input.Format,
            ct
        );
    }
}
