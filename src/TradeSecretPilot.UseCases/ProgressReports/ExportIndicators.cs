using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// 导出 of the indicators of one half-year: added up over the actor's remit, and region by region in the order of divisions,
/// never ranked.
/// </summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportIndicators(PilotSessions sessions, WorkbookPrinter printer)
{
    private const decimal Scale = 100m;

    /// <param name="Batch">Null for the latest batch that was launched.</param>
    /// <param name="Ordinal">1 to 6; null for the latest half-year whose filing window has opened.</param>
    public sealed record Input(BatchKey? Batch = null, int? Ordinal = null);

    private sealed record Entry(
        string RegionName,
        string ProvinceName,
        string Code,
        long Period,
        long Cumulative
    );

    /// <param name="Last">Null in the first half-year, which has none before it.</param>
    private sealed record Sum(
        Indicator Indicator,
        GetReportingProgress.IndicatorRow Row,
        decimal? Last
    );

    private sealed record Figures(
        string RegionName,
        string ProvinceName,
        Indicator Indicator,
        decimal Period,
        decimal Cumulative
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewReportingSummary, ct);
        var read = await GetReportingProgress.ReadAsync(
            session,
            new GetReportingProgress.Input(input.Batch, input.Ordinal),
            ct
        );
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var (view, db) = (read.Value, session.Db);
        var entries = await (
            from o in db.ReportObligations
            where o.BatchId == view.BatchId && o.Ordinal == view.Ordinal
            join d in db.Divisions on o.ProvinceCode equals d.Code
            join f in db.ReportFigures on o.Id equals f.ObligationId
            orderby o.ProvinceCode, EF.Property<string>(o, NameColumns.SortKey), o.Id
            select new Entry(
                o.RegionName,
                d.Name,
                f.IndicatorCode,
                f.PeriodHundredths,
                f.CumulativeHundredths
            )
        ).ToExportAsync(ct);
        if (entries.Refusal is { } tooMany)
        {
            return tooMany;
        }

        var order = Indicators
            .All.Select((x, i) => (x.Code, i))
            .ToDictionary(x => x.Code, x => x.i);
        var byRegion = entries
            .Value.GroupBy(e => (e.ProvinceName, e.RegionName))
            .SelectMany(g => g.OrderBy(e => order.GetValueOrDefault(e.Code)))
            .Where(e => order.ContainsKey(e.Code))
            .Select(e => new Figures(
                e.RegionName,
                e.ProvinceName,
                Indicators.Find(e.Code)!,
                e.Period / Scale,
                e.Cumulative / Scale
            ));
        var period = view.Periods.Single(p => p.Ordinal == view.Ordinal);
        var counts = view.Counts;
        return await printer.ExportAsync(
            session,
            $"{view.BatchNameZh}{ReportDocument.PeriodName(period.DueOn)}指标汇总",
            [
                Sums.Of(
                    view.Indicators.Select(r => new Sum(
                        Indicators.Find(r.Code)!,
                        r,
                        view.Ordinal == 1 ? null : r.LastPeriod
                    ))
                ),
                Regions.Of(byRegion),
            ],
            ExportFacts.Of(
                ("批次", view.BatchNameZh),
                (
                    "报告期",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"第{view.Ordinal}期，{ReportDocument.PeriodName(period.DueOn)}"
                    )
                ),
                ("截止", BeijingTime.DeadlineZh(view.DueAt)),
                (
                    "报送情况",
                    $"应报{counts.Total}份，按期{counts.FiledInTime}份，逾期{counts.FiledLate}份，缺报{counts.Missing}份，未到期或在报送期内{counts.Open}份；已报的含零报告{counts.Nil}份"
                )
            ),
            [
                "各地区最近一次报送的数据相加；零报告和缺报的地区本期没有数据。",
                "案件数为0不表示工作不力，指标只作汇总，不作排名；地区按行政区划代码排列。",
            ],
            ct
        );
    }

    private const string FlowAndStock = "流量为本期内发生数，存量为期末数。";
    private const string SinceLaunch = "自试点启动起算；存量的累计即期末数。";

    private static readonly SheetOf<Sum> Sums = new SheetOf<Sum>("指标汇总")
        .Text("任务", 31, s => TaskOf(s.Indicator))
        .Text("指标", 22, s => s.Indicator.NameZh)
        .Text("口径", 9, s => Terms.Of(s.Indicator.Kind).Zh, FlowAndStock)
        .Text("单位", 10, s => s.Indicator.UnitZh)
        .Amount("本期", 14, s => s.Row.Period, meaning: "各地区本期数之和。")
        .Amount("上期", 14, s => s.Last, meaning: "各地区上期数之和；第1期没有上期。")
        .Amount("累计", 14, s => s.Row.Cumulative, meaning: $"各地区累计数之和，{SinceLaunch}")
        .Whole("填报地区", 12, s => s.Row.Regions, "个", "本期填报了该指标的地区。");

    private static readonly SheetOf<Figures> Regions = new SheetOf<Figures>("各地区指标")
        .Text("试点地区", 22, f => f.RegionName)
        .Text("省份", 20, f => f.ProvinceName)
        .Text("任务", 31, f => TaskOf(f.Indicator))
        .Text("指标", 22, f => f.Indicator.NameZh)
        .Text("口径", 9, f => Terms.Of(f.Indicator.Kind).Zh, FlowAndStock)
        .Text("单位", 10, f => f.Indicator.UnitZh)
        .Amount("本期", 14, f => f.Period)
        .Amount("累计", 14, f => f.Cumulative, meaning: SinceLaunch);

    private static string TaskOf(Indicator indicator) =>
        indicator.SubTask is { } task ? Terms.Of(task).Zh : "人财物投入";
}
