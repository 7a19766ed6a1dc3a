using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>导出 of 评估进展: each plan with its mean and place, and each expert's total.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportAppraisalBoard(PilotSessions sessions, WorkbookPrinter printer)
{
    public sealed record Input(Guid BatchId);

    private sealed record Score(GetAppraisalBoard.Row Plan, GetAppraisalBoard.ExpertCell Expert);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var read = await GetAppraisalBoard.ReadAsync(
            session,
            new GetAppraisalBoard.Input(input.BatchId),
            ct
        );
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var view = read.Value;
        return await printer.ExportAsync(
            session,
            $"{view.Batch.NameZh}评估进展",
            [
                Plans.Of(view.Rows),
                Scores.Of(view.Rows.SelectMany(r => r.Experts.Select(e => new Score(r, e)))),
            ],
            ExportFacts.Of(("批次", view.Batch.NameZh)),
            [
                $"每份方案由{view.Batch.SheetsPerPlan}位专家独立评分；各项标准的权重：{string.Join('、', view.Batch.Criteria.Select(c => $"{c.NameZh}{c.WeightPercent}%"))}。",
                view.Batch.Stage <= BatchStage.Appraising
                    ? "评估尚未结束，均分和名次为当前进度。"
                    : "评估已经结束，均分和名次不再更改。",
            ],
            ct
        );
    }

    private static readonly SheetOf<GetAppraisalBoard.Row> Plans =
        new SheetOf<GetAppraisalBoard.Row>("评估进展")
            .Whole(
                "名次",
                8,
                r => r.Place,
                meaning: "按未舍入的均分排定，均分相同的名次相同；空白为还没有评分。"
            )
            .Text("地区", 22, r => r.RegionName)
            .Text("省份", 20, r => r.ProvinceName)
            .Text("层级", 10, r => Terms.Of(r.Level).Zh)
            .Whole("省内名次", 10, r => r.ProvincialRank, meaning: "本省推荐地区中的名次。")
            .Whole("已评", 8, r => r.Experts.Count(e => e.TotalHundredths is not null), "份")
            .Whole("尚缺", 8, r => r.Missing, "份", "还须提交的评分表。")
            .Whole("未指派", 9, r => r.Unassigned, "份", "尚缺的评分表中还没有指派专家的。")
            .Points("最低", 9, r => r.MinHundredths, "各专家总分中最低的。")
            .Points("最高", 9, r => r.MaxHundredths, "各专家总分中最高的。")
            .Points(
                "均分",
                9,
                r => r.MeanHundredths,
                "各专家加权总分的算术平均，四舍五入至百分之一分。"
            );

    private static readonly SheetOf<Score> Scores = new SheetOf<Score>("专家评分")
        .Text("地区", 22, s => s.Plan.RegionName)
        .Text("省份", 20, s => s.Plan.ProvinceName)
        .Text("专家", 16, s => s.Expert.Name)
        .Text("状态", 12, s => Terms.Of(s.Expert.Status).Zh)
        .Points("总分", 9, s => s.Expert.TotalHundredths, "加权总分，满分100分；空白为未提交。")
        .Text("回避或收回理由", 50, s => s.Expert.Reason);
}
