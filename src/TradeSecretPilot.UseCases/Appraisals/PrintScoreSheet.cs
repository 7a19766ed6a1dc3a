using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>评分表 as a file: an expert's own, or for the working group one that was submitted.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.ScoresRead)]
[OneSnapshot]
public sealed class PrintScoreSheet(PilotSessions sessions, DocumentPrinter printer)
    : IBundlePrinter
{
    public sealed record Input(Guid SheetId, FileFormat Format = FileFormat.Pdf);

    private sealed record Source(
        ScoreSheet Sheet,
        Plan Application,
        Batch Batch,
        Expert Expert,
        string ProvinceName
    );

    private sealed record Plan(string Number, string RegionName);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewScoreSheets, ct);
        var db = session.Db;
        var me = session.Actor.AccountId;
        var source = await (
            from s in db.ScoreSheets
            where s.Id == input.SheetId
            // What an expert has not submitted is the expert's own, and a recused plan is closed to both.
            where
                s.Status == ScoreSheetStatus.Submitted
                || (s.ExpertId == me && s.Status == ScoreSheetStatus.Accepted)
            join a in db.Applications on s.ApplicationId equals a.Id
            join b in db.Batches on s.BatchId equals b.Id
            join e in db.Experts on s.ExpertId equals e.Id
            join d in db.Divisions on a.ProvinceCode equals d.Code
            select new Source(s, new Plan(a.Number, a.RegionName), b, e, d.Name)
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        return source is null
            ? AppraisalRefusals.NotFound()
            : await printer.HandOutAsync(
                session,
                source.Sheet.ApplicationId,
                DocumentOf(source),
                input.Format,
                ct
            );
    }

    BundleKind IBundlePrinter.Kind => BundleKind.ScoreSheets;

    Task<Result<DocumentFile>> IBundlePrinter.PrintAsync(Guid id, CancellationToken ct) =>
        ExecuteAsync(new Input(id), ct);

    private static OfficialDocument DocumentOf(Source source)
    {
        var (sheet, application, batch, expert, province) = source;
        var isDraft = sheet.Status != ScoreSheetStatus.Submitted;
        var day = BeijingTime.DayOf(sheet.SubmittedAt ?? sheet.SavedAt);
        return new OfficialDocument
        {
            Form = DocumentForm.Sheet,
            FileName = $"{application.RegionName}评分表（{expert.Name}）",
            TitleLines = [$"{batch.NameZh}全国商业秘密保护创新试点", "专家评分表"],
            Author = expert.Name,
            Subject = $"{application.RegionName}创新试点工作方案（{application.Number}）评分",
            Date = day,
            Marks = isDraft ? ["草稿，尚未提交"] : [],
            Body = new DocumentBody()
                .Add(
                    new FactTable([
                        new("申报地区", $"{province}　{application.RegionName}"),
                        new("申报编号", application.Number),
                        new("评审专家", $"{expert.Name}，{expert.Unit}"),
                        new("专业领域", expert.Specialty),
                        new("利害关系", "专家已声明与该地区无利害关系，未申请回避"),
                        new(
                            "提交时间",
                            sheet.SubmittedAt is { } at
                                ? $"{OfficialWords.Moment(at)}（北京时间）"
                                : "尚未提交"
                        ),
                    ])
                )
                .Add(ScoresOf(sheet, batch))
                .Heading(1, "评审意见")
                .TextOr(sheet.Comment, "（未填写）")
                .Add(new SignatureLine(["专家签名", "日期"]))
                .Blocks,
        }.WithFingerprint();
    }

    private static Table ScoresOf(ScoreSheet sheet, Batch batch) =>
        new(
            [
                new("遴选标准", 52),
                new("权重", 14, Align.Right),
                new("得分", 14, Align.Right),
                new("加权得分", 20, Align.Right),
            ],
            [
                .. batch.Criteria.Select(c =>
                    (IReadOnlyList<string>)
                        [
                            c.NameZh,
                            $"{c.WeightPercent}%",
                            sheet.Scores.TryGetValue(c.Code, out var score)
                                ? score.ToString(CultureInfo.InvariantCulture)
                                : OfficialWords.None,
                            sheet.Scores.TryGetValue(c.Code, out var points)
                                ? OfficialWords.Points(points * c.WeightPercent)
                                : OfficialWords.None,
                        ]
                ),
                ["合计", "100%", "", OfficialWords.Points(sheet.TotalHundredths)],
            ]
        )
        {
            Size = 12,
            Note = "每项标准0至100分，加权得分为得分与权重之积，合计为各项加权得分之和。",
        };
}
