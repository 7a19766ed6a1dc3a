using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Wording;
using static TradeSecretPilot.UseCases.Tests.Rendering.Excel.ExportedRows;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>The exports of the three years, read back as <see cref="ExcelExportTests"/> reads the others.</summary>
public sealed class ExcelReportExportTests(TestDatabases databases)
{
    private static readonly Paging All = new(1, Paging.MaxSize);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pilots_WithEveryTask(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (var reader in new[] { world.Cast.WorkingGroup, world.Cast.A[0].Drafter })
        {
            var pilots = (
                await world.AsAsync(reader, (ListPilots u) => u.ExecuteAsync(new(Paging: All), Ct))
            ).Items;
            var tasks = new List<(string Region, GetPilot.TaskRow Task)>();
            foreach (var pilot in pilots)
            {
                var record = await world.MustAsync(
                    reader,
                    (GetPilot u) => u.ExecuteAsync(new(pilot.PilotId), Ct)
                );
                tasks.AddRange(
                    record
                        .Areas.SelectMany(a => a.Tasks)
                        .OrderBy(t => t.Ordinal)
                        .Select(t => (pilot.RegionName, t))
                );
            }

            var book = ExcelBook.Of(
                await world.AsAsync(reader, (ExportPilots u) => u.ExecuteAsync(new(new()), Ct))
            );

            Assert.NotEmpty(tasks);
            Same(
                book["试点"],
                pilots,
                ("试点地区", p => p.RegionName),
                ("省份", p => p.ProvinceName),
                ("批次", p => p.BatchNumber),
                ("状态", p => Terms.Of(p.Status).Zh),
                ("开始日期", p => p.StartsOn),
                ("结束日期", p => p.EndsOn),
                ("任务（项）", p => p.Tasks),
                ("应报（期）", p => p.ReportsOwed),
                ("已报（期）", p => p.ReportsFiled),
                ("缺报（期）", p => p.ReportsMissing),
                ("下一期截止日", p => p.NextReportDueOn)
            );
            Same(
                book["任务"],
                tasks,
                ("试点地区", t => t.Region),
                ("序号", t => t.Task.Ordinal),
                ("任务领域", t => Terms.Of(t.Task.SubTask.Area()).Zh),
                ("子任务", t => Terms.Of(t.Task.SubTask).Zh),
                ("任务名称", t => t.Task.Title),
                ("责任单位", t => t.Task.ResponsibleUnit),
                ("起始月份", t => t.Task.StartMonth),
                ("完成月份", t => t.Task.FinishMonth),
                ("可核验目标", t => t.Task.Target)
            );
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reports_EveryDatumOfTheList_Filtered(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (
            var list in new ListReports.Input[]
            {
                new() { Paging = All },
                new()
                {
                    Ordinal = 1,
                    OnlyMine = true,
                    Descending = true,
                    ProvinceCode = WorldBuilder.ProvinceA,
                    Paging = All,
                },
            }
        )
        {
            var rows = (
                await world.AsAsync(
                    world.Cast.WorkingGroup,
                    (ListReports u) => u.ExecuteAsync(list, Ct)
                )
            ).Items;
            var book = ExcelBook.Of(
                await world.AsAsync(
                    world.Cast.WorkingGroup,
                    (ExportReports u) => u.ExecuteAsync(new(list with { Paging = new(2, 1) }), Ct)
                )
            );

            Assert.Equal(list.OnlyMine ? 1 : 18, rows.Count);
            Same(
                book["进展报告"],
                rows,
                ("试点地区", r => r.RegionName),
                ("省份", r => r.ProvinceName),
                ("批次", r => r.BatchNumber),
                ("期次", r => r.Ordinal),
                ("截止日", r => r.DueOn),
                ("状态", r => Terms.Of(r.Status).Zh),
                ("首次报送时间", r => r.FiledAt),
                ("版本", r => r.VersionNumber),
                ("逾期报送", r => r.FiledAt is null ? null : r.IsLate),
                ("零报告", r => r.FiledAt is null ? null : r.IsNil),
                ("总局签收", r => r.FiledAt is null ? null : Terms.Of(r.National).Zh),
                ("省级签收", r => r.FiledAt is null ? null : Terms.Of(r.Provincial).Zh)
            );
            if (list.OnlyMine)
            {
                Assert.Contains(("报告期", "第1期"), book.Facts);
                Assert.Contains(("办理", "只含轮到本单位办理的"), book.Facts);
                Assert.Equal("本单位", Assert.Single(book["进展报告"]["轮到谁"]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Matrix_EveryCell(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var matrix = await world.MustAsync(
            world.Cast.WorkingGroup,
            (GetReportMatrix u) => u.ExecuteAsync(new(), Ct)
        );
        var sheet = ExcelBook.Of(
            await world.AsAsync(
                world.Cast.WorkingGroup,
                (ExportReportMatrix u) => u.ExecuteAsync(new(), Ct)
            )
        )["报送情况"];

        Assert.Equal(6, matrix.Periods.Count);
        Same(
            sheet,
            matrix.Regions.Items,
            [
                ("试点地区", r => r.RegionName),
                ("省份", r => r.ProvinceName),
                .. matrix.Periods.SelectMany(p =>
                    new (string, Func<GetReportMatrix.Row, object?>)[]
                    {
                        ($"第{p.Ordinal}期", r => Terms.Of(r.Cells[p.Ordinal].State).Zh),
                        (
                            $"第{p.Ordinal}期报送日期",
                            r =>
                                r.Cells[p.Ordinal].FiledAt is { } filed
                                    ? BeijingTime.DayOf(filed)
                                    : null
                        ),
                    }
                ),
            ]
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Indicators_SumsAndEachRegion(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (
            var (reader, filed) in new[]
            {
                (world.Cast.WorkingGroup, new[] { world.Cast.B[0], world.Cast.A[1] }),
                (world.Cast.ProvinceA.Reviewer, [world.Cast.A[1]]),
            }
        )
        {
            var progress = await world.MustAsync(
                reader,
                (GetReportingProgress u) => u.ExecuteAsync(new(world.Cast.Running, 1), Ct)
            );
            var book = ExcelBook.Of(
                await world.AsAsync(
                    reader,
                    (ExportIndicators u) => u.ExecuteAsync(new(world.Cast.Running, 1), Ct)
                )
            );
            var contents = new List<(string Region, Indicator Indicator, Figure Figure)>();
            foreach (var region in filed)
            {
                var report = await world.MustAsync(
                    reader,
                    (GetReport u) => u.ExecuteAsync(new(world.Cast.Report(region, 1)), Ct)
                );
                contents.AddRange(
                    Indicators.All.Select(i =>
                        (region.RegionName, i, report.Filed!.Content.Figures[i.Code])
                    )
                );
            }

            Same(
                book["指标汇总"],
                progress.Indicators,
                ("指标", i => Indicators.Find(i.Code)!.NameZh),
                ("口径", i => Terms.Of(Indicators.Find(i.Code)!.Kind).Zh),
                ("单位", i => Indicators.Find(i.Code)!.UnitZh),
                ("本期", i => i.Period),
                ("累计", i => i.Cumulative),
                // The first half-year has none before it.
                ("上期", _ => null),
                ("填报地区（个）", i => i.Regions)
            );
            Same(
                book["各地区指标"],
                contents,
                ("试点地区", f => f.Region),
                ("指标", f => f.Indicator.NameZh),
                ("单位", f => f.Indicator.UnitZh),
                ("本期", f => f.Figure.Period),
                ("累计", f => f.Figure.Cumulative)
            );
        }
    }
}
