using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Pilots;

/// <summary>导出 of the pilots within the actor's remit, with their tasks.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportPilots(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListPilots.Input List);

    private sealed record Line(
        string RegionName,
        string ProvinceName,
        int Ordinal,
        SubTask SubTask,
        string Title,
        string ResponsibleUnit,
        string Target,
        DateOnly StartMonth,
        DateOnly FinishMonth
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        var (db, list) = (session.Db, input.List);
        var pilots = await ListPilots.Found(session, list).ToExportAsync(ct);
        if (pilots.Refusal is { } refusal)
        {
            return refusal;
        }

        var batches = list.Batch?.In(db.Batches) ?? db.Batches;
        var tasks = await (
            from p in db.Pilots
            where list.ProvinceCode == null || p.ProvinceCode == list.ProvinceCode
            join b in batches on p.BatchId equals b.Id
            join d in db.Divisions on p.ProvinceCode equals d.Code
            join t in db.PilotTasks on p.Id equals t.PilotId
            orderby b.Number descending, p.ProvinceCode, EF.Property<string>(
                p,
                NameColumns.SortKey
            ), p.Id, t.Ordinal
            select new Line(
                p.RegionName,
                d.Name,
                t.Ordinal,
                t.SubTask,
                t.Title,
                t.ResponsibleUnit,
                t.Target,
                t.StartMonth,
                t.FinishMonth
            )
        ).ToExportAsync(ct);
        return tasks.Refusal is { } tooMany
            ? tooMany
            : await printer.ExportAsync(
                session,
                "试点和任务",
                [Pilots.Of(pilots.Value), Tasks.Of(tasks.Value)],
                ExportFacts.Of(("省份", await session.ProvinceAsync(list.ProvinceCode, ct))),
                ["任务由入选方案的创新举措转来，逐条对应。"],
                ct
            );
    }

    private static readonly SheetOf<ListPilots.Row> Pilots = new SheetOf<ListPilots.Row>("试点")
        .Text("试点地区", 24, p => p.RegionName)
        .Text("省份", 20, p => p.ProvinceName)
        .Whole("批次", 8, p => p.BatchNumber, meaning: "第几批。")
        .Text("状态", 12, p => Terms.Of(p.Status).Zh)
        .Date("开始日期", 13, p => p.StartsOn)
        .Date("结束日期", 13, p => p.EndsOn)
        .Whole("任务", 8, p => p.Tasks, "项")
        .Whole("应报", 8, p => p.ReportsOwed, "期", "整个试点周期应报送的进展情况报告。")
        .Whole("已报", 8, p => p.ReportsFiled, "期", "含逾期报送和零报告。")
        .Whole("缺报", 8, p => p.ReportsMissing, "期", "已过截止、没有报送。")
        .Date(
            "下一期截止日",
            14,
            p => p.NextReportDueOn,
            "第一期还没有报送的报告的截止日，开放至当日24:00。"
        );

    private static readonly SheetOf<Line> Tasks = new SheetOf<Line>("任务")
        .Text("试点地区", 24, t => t.RegionName)
        .Text("省份", 20, t => t.ProvinceName)
        .Whole("序号", 8, t => t.Ordinal, meaning: "方案中举措的次序。")
        .Text("任务领域", 31, t => Terms.Of(t.SubTask.Area()).Zh)
        .Text("子任务", 22, t => Terms.Of(t.SubTask).Zh)
        .Text("任务名称", 36, t => t.Title)
        .Text("责任单位", 24, t => t.ResponsibleUnit)
        .Month("起始月份", 12, t => t.StartMonth)
        .Month("完成月份", 12, t => t.FinishMonth)
        .Text("可核验目标", 44, t => t.Target);
}
