using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>导出 of the decided list: who was selected and who was not, on which place, and why where it departs from it.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportDecision(PilotSessions sessions, WorkbookPrinter printer)
{
    public sealed record Input(Guid BatchId);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DraftSelection, ct);
        var read = await GetDecision.ReadAsync(session, new GetDecision.Input(input.BatchId), ct);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var view = read.Value;
        var announced = view.Announcement;
        return await printer.ExportAsync(
            session,
            $"{view.Batch.NameZh}遴选决定名单",
            [
                List.Of(
                    view.Selected.Select(r => ("入选", r))
                        .Concat(view.NotSelected.Select(r => ("未入选", r)))
                ),
            ],
            ExportFacts.Of(
                ("批次", view.Batch.NameZh),
                ("决定文号", view.DecisionNumber),
                ("决定时间", $"{OfficialWords.Moment(view.DecidedAt)}（北京时间）"),
                ("决定人", view.DecidedBy),
                ("公布文号", announced?.DocumentNumber ?? "尚未公布"),
                (
                    "公布时间",
                    announced is null
                        ? null
                        : $"{OfficialWords.Moment(announced.PublishedAt)}（北京时间）"
                ),
                ("逾期理由", announced?.LateReason)
            ),
            announced is null ? ["名单尚未公布，内容只供总局内部使用。"] : [],
            ct
        );
    }

    private static readonly SheetOf<(string Outcome, GetDecision.Row Row)> List = new SheetOf<(
        string Outcome,
        GetDecision.Row Row
    )>("决定名单")
        .Text("结果", 10, r => r.Outcome)
        .Whole("评估名次", 10, r => r.Row.Place)
        .Text("地区", 24, r => r.Row.RegionName)
        .Text("省份", 20, r => r.Row.ProvinceName)
        .Text("层级", 10, r => Terms.Of(r.Row.Level).Zh)
        .Points("均分", 9, r => r.Row.MeanHundredths, "各专家加权总分的算术平均。")
        .Text("与评估名次不一致的理由", 50, r => r.Row.Reason);
}
