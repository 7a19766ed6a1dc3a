using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>遴选决定 as a file: who decided what, on which ranking, and why where it departs from it.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.ScoresRead)]
[OneSnapshot]
public sealed class PrintDecision(PilotSessions sessions, DocumentPrinter printer)
{
    public sealed record Input(Guid BatchId, FileFormat Format = FileFormat.Pdf);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DraftSelection, ct);
        var read = await GetDecision.ReadAsync(session, new GetDecision.Input(input.BatchId), ct);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var receipt = await (
            from s in session.Db.Selections
            where s.BatchId == input.BatchId
            join r in session.Db.Receipts on s.Id equals r.SubjectId
            select new Verification(r.ContentSha256, r.Number)
        ).SingleOrDefaultAsync(ct);
        var seats = await session
            .Db.Batches.Where(b => b.Id == input.BatchId)
            .Select(b => b.SeatsReason)
            .SingleOrDefaultAsync(ct);
        var document = DocumentOf(read.Value, seats);
        return await printer.HandOutAsync(
            session,
            input.BatchId,
            receipt is null ? document.WithFingerprint() : document with { Verification = receipt },
            input.Format,
            ct
        );
    }

    private static OfficialDocument DocumentOf(GetDecision.View view, string? seatsReason)
    {
        var batch = view.Batch;
        var day = OfficialWords.Day(view.DecidedAt);
        var body = new DocumentBody()
            .Add(
                new FactTable([
                    new("决定文号", view.DecisionNumber),
                    new("决定时间", $"{OfficialWords.Moment(view.DecidedAt)}（北京时间）"),
                    new("提出人", view.ProposedBy),
                    new("决定人", view.DecidedBy),
                    new("遴选名额", $"{batch.MinSeats}至{batch.MaxSeats}个"),
                    new(
                        "遴选结果",
                        $"参加评估{view.Selected.Count + view.NotSelected.Count}个，入选{view.Selected.Count}个"
                    ),
                ])
            )
            .Heading(1, "决定")
            .Text(
                $"依据《全国商业秘密保护创新试点工作方案》，在专家评估论证的基础上，决定将{string.Join('、', view.Selected.Select(r => r.RegionName))}{(view.Selected.Count > 1 ? $"等{view.Selected.Count}个地区" : "")}列为{batch.NameZh}全国商业秘密保护创新试点地区。"
            );
        if (seatsReason is not null)
        {
            body.Text($"本批次名额经调整，理由：{seatsReason}");
        }

        body.Heading(1, "入选地区")
            .Add(RegionsOf(view.Selected.OrderBy(r => r.Place)))
            .Heading(1, "未入选地区");
        if (view.NotSelected.Count > 0)
        {
            body.Add(RegionsOf(view.NotSelected));
        }
        else
        {
            body.Text("无。");
        }

        return new OfficialDocument
        {
            Form = DocumentForm.Sheet,
            FileName = $"{batch.NameZh}遴选决定（{view.DecisionNumber}）",
            TitleLines = [$"{batch.NameZh}全国商业秘密保护创新试点地区", "遴选决定"],
            Author = OfficialWords.Samr,
            Subject = $"{batch.NameZh}遴选决定 {view.DecisionNumber}",
            Date = BeijingTime.DayOf(view.DecidedAt),
            Body = body.Add(new SignatureLine(["工作组组长", "记录"])).Blocks,
            Signature = new Signature("全国商业秘密保护创新试点工作组", day),
        };
    }

    private static Table RegionsOf(IEnumerable<GetDecision.Row> rows) =>
        new(
            [
                new("评估名次", 12, Align.Center),
                new("地区", 24),
                new("省份", 20),
                new("均分", 12, Align.Right),
                new("与评估名次不一致的理由", 38),
            ],
            [
                .. rows.Select(r =>
                    (IReadOnlyList<string>)
                        [
                            r.Place.ToString(CultureInfo.InvariantCulture),
                            r.RegionName,
                            r.ProvinceName,
                            OfficialWords.Points(r.MeanHundredths),
                            r.Reason ?? OfficialWords.None,
                        ]
                ),
            ]
        );
}
