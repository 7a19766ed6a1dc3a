using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>评估论证汇总 as a file: means and places of a batch. Before the appraisal is concluded it is a draft of what there is.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.ScoresRead)]
[OneSnapshot]
public sealed class PrintAppraisalSummary(PilotSessions sessions, DocumentPrinter printer)
{
    public sealed record Input(Guid BatchId, FileFormat Format = FileFormat.Pdf);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var read = await GetAppraisalBoard.ReadAsync(
            session,
            new GetAppraisalBoard.Input(batch.Id),
            ct
        );
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        if (read.Value.Rows.Count == 0)
        {
            return AppraisalRefusals.NothingToAppraise();
        }

        var comments = await session
            .Db.ScoreSheets.Where(s => s.BatchId == batch.Id)
            .Where(s => s.Status == ScoreSheetStatus.Submitted)
            .OrderBy(s => s.SubmittedAt)
            .Select(s => new Remark(s.ApplicationId, s.Comment, s.SubmittedAt!.Value))
            .ToListAsync(ct);
        return await printer.HandOutAsync(
            session,
            batch.Id,
            DocumentOf(read.Value, batch, comments, BeijingTime.DayOf(session.Now)),
            input.Format,
            ct
        );
    }

    private sealed record Remark(Guid ApplicationId, string Comment, DateTimeOffset SubmittedAt);

    private static OfficialDocument DocumentOf(
        GetAppraisalBoard.View view,
        Batch batch,
        List<Remark> comments,
        DateOnly today
    )
    {
        var isDraft = batch.Stage <= BatchStage.Appraising;
        // The day of the last sheet: the same figures give the same document whenever it is printed.
        var day =
            isDraft || comments.Count == 0
                ? today
                : BeijingTime.DayOf(comments.Max(c => c.SubmittedAt));
        // Those without a place stay in the order of the board: by province and rank.
        var rows = view.Rows.OrderBy(r => r.Place ?? int.MaxValue).ToList();
        var recused = view.Summary.Recused;
        var body = new DocumentBody()
            .Heading(1, "评估情况")
            .Text(
                $"{batch.NameZh}共有{view.Summary.Plans}个地区的创新试点工作方案进入评估论证，每份方案由{batch.SheetsPerPlan}位专家独立评分，已收到评分表{view.Summary.Submitted}份{(recused > 0 ? $"，专家回避{recused}份" : "")}。评分标准及权重为：{string.Join('、', batch.Criteria.Select(c => $"{c.NameZh}{c.WeightPercent}%"))}。"
            )
            .Heading(1, "评估结果")
            .Add(
                new Table(
                    [
                        new("名次", 9, Align.Center),
                        new("地区", 23),
                        new("省份", 19),
                        new("省内名次", 12, Align.Center),
                        new("评分数", 10, Align.Right),
                        new("最低", 11, Align.Right),
                        new("最高", 11, Align.Right),
                        new("均分", 11, Align.Right),
                    ],
                    [
                        .. rows.Select(r =>
                            (IReadOnlyList<string>)
                                [
                                    r.Place?.ToString(CultureInfo.InvariantCulture)
                                        ?? OfficialWords.None,
                                    r.RegionName,
                                    r.ProvinceName,
                                    r.ProvincialRank.ToString(CultureInfo.InvariantCulture),
                                    r
                                        .Experts.Count(e => e.TotalHundredths is not null)
                                        .ToString(CultureInfo.InvariantCulture),
                                    OfficialWords.Points(r.MinHundredths),
                                    OfficialWords.Points(r.MaxHundredths),
                                    OfficialWords.Points(r.MeanHundredths),
                                ]
                        ),
                    ]
                )
                {
                    Note =
                        "均分为各专家加权总分的算术平均，四舍五入至百分之一分；名次按未舍入的均分排定，均分相同的名次相同，其后名次空缺。",
                }
            )
            .Heading(1, "专家意见摘录");
        var byPlan = comments.ToLookup(c => c.ApplicationId, c => c.Comment);
        foreach (var row in rows)
        {
            var remarks = byPlan[row.ApplicationId]
                .Where(c => !string.IsNullOrWhiteSpace(c))
                .ToList();
            if (remarks.Count > 0)
            {
                body.Heading(2, row.RegionName)
                    .Text(string.Join('\n', remarks.Select(c => c.ReplaceLineEndings(" "))));
            }
        }

        return new OfficialDocument
        {
            Form = DocumentForm.Sheet,
            FileName = $"{batch.NameZh}评估论证汇总",
            TitleLines = [$"{batch.NameZh}全国商业秘密保护创新试点", "评估论证汇总"],
            Author = OfficialWords.Samr,
            Subject = $"{batch.NameZh}专家评估论证结果",
            Date = day,
            Marks = isDraft ? ["评估尚未结束，数据为当前进度"] : [],
            Body = body.Add(new SignatureLine(["专家组组长", "工作组"])).Blocks,
            Signature = new Signature("全国商业秘密保护创新试点工作组", OfficialWords.Day(day)),
        }.WithFingerprint();
    }
}
