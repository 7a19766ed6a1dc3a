using System.Globalization;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>导出 of the ranking with the choice as saved.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportSelection(PilotSessions sessions, WorkbookPrinter printer)
{
    public sealed record Input(Guid BatchId);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DraftSelection, ct);
        var read = await GetSelection.ReadAsync(session, new GetSelection.Input(input.BatchId), ct);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var view = read.Value;
        var batch = view.Batch;
        return await printer.ExportAsync(
            session,
            $"{batch.NameZh}遴选排名",
            [Describe(view).Of(view.Rows)],
            ExportFacts.Of(
                ("批次", batch.NameZh),
                ("草案状态", Terms.Of(view.Status).Zh),
                ("决定文号", view.DecisionNumber),
                ("席位", $"已用{view.SelectedCount}个，范围{batch.MinSeats}至{batch.MaxSeats}个"),
                (
                    "入选线",
                    view.Line.Hundredths is { } line
                        ? $"第{view.Line.After}名之后，{OfficialWords.Points(line)}分"
                        : null
                )
            ),
            batch.AnnouncedAt is null ? ["名单尚未公布，内容只供总局内部使用。"] : [],
            ct
        );
    }

    private static SheetOf<SelectionRow> Describe(GetSelection.View view)
    {
        var sheet = new SheetOf<SelectionRow>("遴选排名")
            .Whole("评估名次", 10, r => r.Place, meaning: "均分相同的名次相同。")
            .Text("地区", 22, r => r.RegionName)
            .Text("省份", 20, r => r.ProvinceName)
            .Text("大区", 8, r => Terms.Of(r.Group).Zh, "国家统计局的四个区域。")
            .Text("层级", 10, r => Terms.Of(r.Level).Zh)
            .Whole("省内名次", 10, r => r.ProvincialRank, meaning: "本省推荐地区中的名次。")
            .Points("均分", 9, r => r.MeanHundredths, "各专家加权总分的算术平均。");
        var most = view.Rows.Select(r => r.TotalsHundredths.Count).DefaultIfEmpty().Max();
        for (var i = 0; i < most; i++)
        {
            var place = i;
            sheet = sheet.Points(
                string.Create(CultureInfo.InvariantCulture, $"评分{i + 1}"),
                9,
                r => place < r.TotalsHundredths.Count ? r.TotalsHundredths[place] : null,
                i == 0 ? "各专家的总分由低到高排列，不对应固定的专家。" : null
            );
        }

        return sheet
            .YesNo(
                "区间跨线",
                10,
                r => r.CrossesLine,
                "各专家的总分有的在入选线以上，有的在线以下。"
            )
            .YesNo("拟入选", 9, r => r.Selected)
            .Text("调整", 8, r => MoveOf(r.Move), "调入：线下入选；调出：线上未入选。")
            .Text("调整理由", 30, r => r.Reason)
            .Text(
                "侧重的任务",
                64,
                r => string.Join('、', r.TaskAreas.Select(x => Terms.Of(x).Zh)),
                "方案中举措数不少于六分之一的任务领域，只供参考。"
            );
    }

    private static string? MoveOf(SelectionMove move) =>
        move switch
        {
            SelectionMove.In => "调入",
            SelectionMove.Out => "调出",
            _ => null,
        };
}
