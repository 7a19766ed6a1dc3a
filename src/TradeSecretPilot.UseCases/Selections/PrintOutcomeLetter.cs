using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>遴选结果告知函 as a file: to the region, its province and SAMR, once the list is public.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.DocumentRead)]
[OneSnapshot]
public sealed class PrintOutcomeLetter(PilotSessions sessions, DocumentPrinter printer)
    : IBundlePrinter
{
    public sealed record Input(Guid ApplicationId, FileFormat Format = FileFormat.Pdf);

    private sealed record Source(
        Outcome Application,
        Batch Batch,
        string OrganizationName,
        string? Regulator,
        string DocumentNumber,
        DateTimeOffset PublishedAt,
        string ReceiptNumber,
        string ContentSha256
    );

    private sealed record Outcome(
        string Number,
        string RegionName,
        ApplicationStatus Status,
        int VersionNumber
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        var db = session.Db;
        var source = await (
            from a in db.Applications.AsNoTracking()
            where a.Id == input.ApplicationId && a.AnnouncedAt != null
            join b in db.Batches on a.BatchId equals b.Id
            join n in db.Announcements on a.BatchId equals n.BatchId
            join r in db.Receipts on n.Id equals r.SubjectId
            join o in db.Organizations on a.OrganizationId equals o.Id
            select new Source(
                new Outcome(a.Number, a.RegionName, a.Status, a.VersionNumber),
                b,
                o.Name,
                db.Organizations.Where(p =>
                        p.Kind == OrganizationKind.ProvincialRegulator
                        && p.ProvinceCode == a.ProvinceCode
                    )
                    .Select(p => p.Name)
                    .FirstOrDefault(),
                n.DocumentNumber,
                n.PublishedAt,
                r.Number,
                r.ContentSha256
            )
        ).SingleOrDefaultAsync(ct);
        return source is null
            ? ApplicationRefusals.NotAnnounced()
            : await printer.HandOutAsync(
                session,
                input.ApplicationId,
                DocumentOf(source),
                input.Format,
                ct
            );
    }

    BundleKind IBundlePrinter.Kind => BundleKind.OutcomeLetters;

    Task<Result<DocumentFile>> IBundlePrinter.PrintAsync(Guid id, CancellationToken ct) =>
        ExecuteAsync(new Input(id), ct);

    private static OfficialDocument DocumentOf(Source source)
    {
        var (application, batch) = (source.Application, source.Batch);
        var selected = application.Status == ApplicationStatus.Selected;
        var day = OfficialWords.Day(source.PublishedAt);
        var body = new DocumentBody().Text(
            $"贵单位提出的{batch.NameZh}全国商业秘密保护创新试点申请（{application.Number}）收悉。经所在地省级市场监管部门初步审核推荐和专家评估论证，{batch.NameZh}试点地区名单已于{day}公布（{source.DocumentNumber}）。"
        );
        if (selected)
        {
            body.Text(
                    $"{application.RegionName}列为{batch.NameZh}全国商业秘密保护创新试点地区。试点自{OfficialWords.Day(batch.PilotStartsOn)}起至{OfficialWords.Day(batch.PilotEndsOn)}止。请按照报送的工作方案（第{application.VersionNumber}版）组织实施，于每年6月底、12月底将进展情况报送总局和所在地省级市场监管部门。"
                )
                .Text("特此函告。");
        }
        else
        {
            body.Text(
                    $"经综合遴选，{application.RegionName}此次未列入试点地区名单。感谢贵单位对商业秘密保护工作的重视和支持，希望继续结合本地实际推进相关工作；后续批次的申报安排将在平台公布。"
                )
                .Text("特此函告。");
        }

        return new OfficialDocument
        {
            Form = DocumentForm.Letter,
            FileName = $"{application.RegionName}遴选结果告知函",
            TitleLines = [$"关于{batch.NameZh}全国商业秘密保护创新试点", "遴选结果的函"],
            Author = OfficialWords.Samr,
            Subject = $"{application.RegionName}遴选结果",
            Date = BeijingTime.DayOf(source.PublishedAt),
            // The announcement's number is the announcement's alone: a letter gets its own when it is sent on paper.
            Masthead = new Masthead(OfficialWords.Samr, ""),
            Addressee = source.OrganizationName,
            Body = body.Blocks,
            Signature = new Signature("市场监管总局", day),
            Imprint = new Imprint(source.Regulator, "市场监管总局办公厅", day),
            // The outcome is proven by the published list.
            Verification = new Verification(source.ContentSha256, source.ReceiptNumber),
        };
    }
}
