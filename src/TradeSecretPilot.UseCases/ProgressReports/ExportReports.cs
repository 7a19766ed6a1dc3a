using System.Globalization;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>导出 of the list of reports. It starts from obligations, so a report nobody began is there as missing.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportReports(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListReports.Input List);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        var list = input.List;
        var read = await ListReports
            .Found(session, list)
            .ToExportAsync(e => ListReports.ToRow(e, session), ct);
        return read.Refusal is { } refusal
            ? refusal
            : await printer.ExportAsync(
                session,
                "进展报告列表",
                [Reports.Of(read.Value)],
                ExportFacts.Of(
                    (
                        "报告期",
                        list.Ordinal is { } ordinal
                            ? string.Create(CultureInfo.InvariantCulture, $"第{ordinal}期")
                            : null
                    ),
                    ("状态", list.Status is { } status ? Terms.Of(status).Zh : null),
                    ("办理", list.OnlyMine ? "只含轮到本单位办理的" : null),
                    ("省份", await session.ProvinceAsync(list.ProvinceCode, ct))
                ),
                [
                    "从报送任务列起：没有人动笔的报告，到期后同样列为缺报。零报告是已报送，不是缺报。",
                ],
                ct
            );
    }

    private static readonly SheetOf<ListReports.Row> Reports = new SheetOf<ListReports.Row>(
        "进展报告"
    )
        .Text("试点地区", 24, r => r.RegionName)
        .Text("省份", 20, r => r.ProvinceName)
        .Whole("批次", 8, r => r.BatchNumber, meaning: "第几批。")
        .Whole("期次", 8, r => r.Ordinal, meaning: "第几期，每半年一期；期数随批次。")
        .Text("报告期", 16, r => ReportDocument.PeriodName(r.DueOn))
        .Date("截止日", 13, r => r.DueOn, "开放至当日24:00；到期日不顺延。")
        .Text("状态", 12, r => Terms.Of(r.Status).Zh)
        .Text("轮到谁", 20, r => WhoOf(r.NextActor), "空白为无须办理。")
        .Instant("首次报送时间", 21, r => r.FiledAt)
        .Whole("版本", 8, r => r.VersionNumber, meaning: "最近报送的版本；0为尚未报送。")
        .YesNo("逾期报送", 10, r => r.FiledAt is null ? null : r.IsLate, "空白为尚未报送。")
        .YesNo("零报告", 9, r => r.FiledAt is null ? null : r.IsNil, "空白为尚未报送。")
        .Text("总局签收", 12, r => AnswerOf(r, r.National), "空白为尚未报送。")
        .Text("省级签收", 12, r => AnswerOf(r, r.Provincial), "空白为尚未报送。");

    private static string? AnswerOf(
        ListReports.Row row,
        Domain.ProgressReports.AcknowledgementStatus status
    ) => row.FiledAt is null ? null : Terms.Of(status).Zh;

    private static string? WhoOf(ReportNextActor next) =>
        next switch
        {
            ReportNextActor.Me => "本单位",
            ReportNextActor.Region => "试点地区",
            ReportNextActor.Province => "省级市场监管部门",
            ReportNextActor.National => "市场监管总局",
            ReportNextActor.BothAddressees => "总局和省级",
            _ => null,
        };
}
