using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Documents;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Documents.Excel;

/// <summary>Every export, read back: each datum of its list, all rows and not just a page, in the list's order, by the same filter.</summary>
public sealed class ExcelExportTests(TestDatabases databases)
{
    private static readonly Paging All = new(1, Paging.MaxSize);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Applications_EveryDatumOfTheList(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (
            var (reader, batch) in new[]
            {
                (world.Cast.ProvinceA.Reviewer, world.Cast.Open),
                (world.Cast.WorkingGroup, world.Cast.Running),
                (world.Cast.A[0].Drafter, world.Cast.Open),
            }
        )
        {
            var list = new ListApplications.Input { BatchId = batch, Paging = All };
            var rows = (
                await world.AsAsync(reader, (ListApplications u) => u.ExecuteAsync(list, Ct))
            )
                .Page
                .Items;
            var times = await world.BehindTheDoorAsync(db =>
                db.Applications.Where(a => a.BatchId == batch)
                    .ToDictionaryAsync(a => a.Id, a => (a.SubmittedAt, a.ForwardedAt), Ct)
            );
            var sheet = ExcelBook.Of(
                await world.AsAsync(
                    reader,
                    // The page does not matter.
                    (ExportApplications u) =>
                        u.ExecuteAsync(new(list with { Paging = new Paging(7, 1) }), Ct)
                )
            )["申报"];

            Assert.NotEmpty(rows);
            Same(
                sheet,
                rows,
                ("申报编号", r => r.Number),
                ("申报地区", r => r.RegionName),
                ("省份", r => r.ProvinceName),
                ("层级", r => OfficialWords.Of(r.Level)),
                ("状态", r => OfficialWords.Of(r.Status)),
                ("提交次数（次）", r => r.VersionNumber),
                ("轮到谁", r => OfficialWords.Of(r.Turn.Actor)),
                ("截止日", r => r.Turn.DueAt is { } due ? BeijingTime.LastOpenDay(due) : null),
                ("最近提交时间", r => times[r.Id].SubmittedAt),
                ("上报总局时间", r => times[r.Id].ForwardedAt),
                ("最近变动时间", r => r.ChangedAt)
            );
            if (sheet.Heads.Contains("推荐名次"))
            {
                Assert.Equal(rows.Select(r => Cell(r.Rank)), sheet["推荐名次"]);
            }
            else
            {
                // A region is not told its place.
                Assert.Equal(world.Cast.A[0].Drafter, reader);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Applications_Filtered_AndSaysHow(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var book = ExcelBook.Of(
            await world.AsAsync(
                world.Cast.ProvinceA.Reviewer,
                (ExportApplications u) =>
                    u.ExecuteAsync(
                        new(
                            new()
                            {
                                BatchId = world.Cast.Open,
                                Status = ApplicationStatus.Recommended,
                                ProvinceCode = WorldBuilder.ProvinceA,
                                Text = "示例",
                            }
                        ),
                        Ct
                    )
            )
        );

        Assert.Equal(world.Cast.A[3].RegionName, Assert.Single(book["申报"].Rows)[1]);
        Assert.Contains(("批次", "示例第5批"), book.Facts);
        Assert.Contains(("状态", "已推荐"), book.Facts);
        Assert.Contains(("省份", "浙江省"), book.Facts);
        Assert.Contains(("地区或编号含", "示例"), book.Facts);
        Assert.Contains(("行数（申报）", "1行，不含表头"), book.Facts);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Ranking_EveryDatumOfTheCall(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var reviewer = world.Cast.ProvinceA.Reviewer;
        var call = await world.MustAsync(
            reviewer,
            (GetProvincialCall u) => u.ExecuteAsync(new(world.Cast.Running), Ct)
        );
        var book = ExcelBook.Of(
            await world.AsAsync(
                reviewer,
                (ExportRanking u) => u.ExecuteAsync(new(world.Cast.Running), Ct)
            )
        );

        Assert.Equal(2, call.Recommended.Count);
        Same(
            book["推荐排序"],
            call.Recommended,
            ("名次", r => r.Rank),
            ("地区", r => r.RegionName),
            ("层级", r => OfficialWords.Of(r.Level)),
            ("申报编号", r => r.Number),
            ("版本", r => r.VersionNumber),
            ("状态", r => OfficialWords.Of(r.Status))
        );
        Assert.Contains(("上报函文号", call.LetterNumber!), book.Facts);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Forwarding_EveryProvince_AndOnlyThoseAskedFor(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var wg = world.Cast.WorkingGroup;
        foreach (var batch in new[] { world.Cast.Open, world.Cast.Running })
        {
            var provinces = (
                await world.MustAsync(
                    wg,
                    (GetForwardingProgress u) => u.ExecuteAsync(new(batch), Ct)
                )
            ).Provinces;
            var sheet = ExcelBook.Of(
                await world.AsAsync(
                    wg,
                    (ExportForwardingProgress u) => u.ExecuteAsync(new(batch), Ct)
                )
            )["上报进度"];

            Assert.Equal(32, provinces.Count);
            Same(
                sheet,
                provinces,
                ("区划代码", p => p.ProvinceCode),
                ("省份", p => p.ProvinceName),
                ("申报截止日", p => BeijingTime.LastOpenDay(p.Submission.At)),
                ("上报截止日", p => BeijingTime.LastOpenDay(p.Forwarding.At)),
                ("已获延期", p => p.Forwarding.IsExtended),
                ("待初审（件）", p => p.Submitted),
                ("退回修改（件）", p => p.Returned),
                ("已推荐（件）", p => p.Recommended),
                ("不予推荐（件）", p => p.Declined),
                ("已上报（件）", p => p.Forwarded),
                ("上报函文号", p => p.LetterNumber),
                ("上报时间", p => p.ForwardedAt)
            );
        }

        var forwarded = ExcelBook.Of(
            await world.AsAsync(
                wg,
                (ExportForwardingProgress u) => u.ExecuteAsync(new(world.Cast.Running, true), Ct)
            )
        );
        Assert.Equal(["江苏省", "浙江省"], forwarded["上报进度"]["省份"]);
        Assert.Contains(("上报情况", "已上报"), forwarded.Facts);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Extensions_EveryDatumOfTheList(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (var reader in new[] { world.Cast.ProvinceA.Reviewer, world.Cast.WorkingGroup })
        {
            var rows = (
                await world.AsAsync(
                    reader,
                    (ListExtensions u) => u.ExecuteAsync(new(world.Cast.Open, All), Ct)
                )
            ).Items;
            var sheet = ExcelBook.Of(
                await world.AsAsync(
                    reader,
                    (ExportExtensions u) => u.ExecuteAsync(new(world.Cast.Open), Ct)
                )
            )["延期"];

            Assert.Single(rows);
            Same(
                sheet,
                rows,
                ("省份", e => e.ProvinceName),
                ("地区", e => e.RegionName),
                ("原截止日", e => BeijingTime.LastOpenDay(e.From)),
                ("延期后截止日", e => BeijingTime.LastOpenDay(e.Until)),
                ("只限已开始的申报", e => e.OnlyForBegunDrafts),
                ("理由", e => e.Reason),
                ("批准时间", e => e.GrantedAt)
            );
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Experts_PanelAndPool(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (wg, batch) = (world.Cast.WorkingGroup, world.Cast.Appraising);
        var panel = await world.MustAsync(wg, (GetPanel u) => u.ExecuteAsync(new(batch), Ct));
        var pool = await world.AsAsync(
            wg,
            (ListExperts u) => u.ExecuteAsync(new() { BatchId = batch, Paging = All }, Ct)
        );
        var book = ExcelBook.Of(
            await world.AsAsync(wg, (ExportExperts u) => u.ExecuteAsync(new(batch), Ct))
        );

        Assert.Equal((3, 4), (panel.Members.Count, pool.Total));
        Same(
            book["专家组"],
            panel.Members,
            ("专家", m => m.Name),
            ("工作单位", m => m.Unit),
            ("专业领域", m => m.Specialty),
            ("所在省份", m => m.ProvinceName ?? "中央单位"),
            ("待应答（份）", m => m.Assigned),
            ("评分中（份）", m => m.Accepted),
            ("已提交（份）", m => m.Submitted),
            ("已回避（份）", m => m.Recused)
        );
        Same(
            book["专家库"],
            pool.Items,
            ("专家", e => e.Name),
            ("工作单位", e => e.Unit),
            ("专业领域", e => e.Specialty),
            ("在本批专家组", e => e.IsOnPanel),
            ("评审任务（份）", e => e.Load)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Board_PlansAndEachExpertsTotal(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var wg = world.Cast.WorkingGroup;
        foreach (var batch in new[] { world.Cast.Appraising, world.Cast.Running })
        {
            var board = await world.MustAsync(
                wg,
                (GetAppraisalBoard u) => u.ExecuteAsync(new(batch), Ct)
            );
            var book = ExcelBook.Of(
                await world.AsAsync(wg, (ExportAppraisalBoard u) => u.ExecuteAsync(new(batch), Ct))
            );

            Same(
                book["评估进展"],
                board.Rows,
                ("名次", r => r.Place),
                ("地区", r => r.RegionName),
                ("省份", r => r.ProvinceName),
                ("层级", r => OfficialWords.Of(r.Level)),
                ("省内名次", r => r.ProvincialRank),
                ("已评（份）", r => r.Experts.Count(e => e.TotalHundredths is not null)),
                ("尚缺（份）", r => r.Missing),
                ("未指派（份）", r => r.Unassigned),
                ("最低", r => r.MinHundredths / 100m),
                ("最高", r => r.MaxHundredths / 100m),
                ("均分", r => r.MeanHundredths / 100m)
            );
            Same(
                book["专家评分"],
                [.. board.Rows.SelectMany(r => r.Experts.Select(e => (r.RegionName, Expert: e)))],
                ("地区", s => s.RegionName),
                ("专家", s => s.Expert.Name),
                ("状态", s => OfficialWords.Of(s.Expert.Status)),
                ("总分", s => s.Expert.TotalHundredths / 100m)
            );
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Selection_EveryDatumOfTheRanking(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (wg, batch) = (world.Cast.WorkingGroup, world.Cast.Selecting);
        var view = await world.MustAsync(wg, (GetSelection u) => u.ExecuteAsync(new(batch), Ct));
        var book = ExcelBook.Of(
            await world.AsAsync(wg, (ExportSelection u) => u.ExecuteAsync(new(batch), Ct))
        );

        Assert.Equal(3, view.Rows.Count);
        Same(
            book["遴选排名"],
            view.Rows,
            ("评估名次", r => r.Place),
            ("地区", r => r.RegionName),
            ("省份", r => r.ProvinceName),
            ("大区", r => OfficialWords.Of(r.Group)),
            ("层级", r => OfficialWords.Of(r.Level)),
            ("省内名次", r => r.ProvincialRank),
            ("均分", r => r.MeanHundredths / 100m),
            ("评分1", r => r.TotalsHundredths[0] / 100m),
            ("评分2", r => r.TotalsHundredths[1] / 100m),
            ("区间跨线", r => r.CrossesLine),
            ("拟入选", r => r.Selected),
            (
                "调整",
                r =>
                    r.Move switch
                    {
                        SelectionMove.In => "调入",
                        SelectionMove.Out => "调出",
                        _ => null,
                    }
            ),
            ("调整理由", r => r.Reason),
            ("侧重的任务", r => string.Join('、', r.TaskAreas.Select(OfficialWords.Of)))
        );
        Assert.Contains(("说明", "名单尚未公布，内容只供总局内部使用。"), book.Facts);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Decision_SelectedThenOthers(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var wg = world.Cast.WorkingGroup;
        var view = await world.MustAsync(
            wg,
            (GetDecision u) => u.ExecuteAsync(new(world.Cast.Running), Ct)
        );
        var book = ExcelBook.Of(
            await world.AsAsync(
                wg,
                (ExportDecision u) => u.ExecuteAsync(new(world.Cast.Running), Ct)
            )
        );

        Assert.Equal((3, 1), (view.Selected.Count, view.NotSelected.Count));
        Same(
            book["决定名单"],
            [
                .. view.Selected.Select(r => ("入选", r)),
                .. view.NotSelected.Select(r => ("未入选", r)),
            ],
            ("结果", x => x.Item1),
            ("评估名次", x => x.r.Place),
            ("地区", x => x.r.RegionName),
            ("省份", x => x.r.ProvinceName),
            ("层级", x => OfficialWords.Of(x.r.Level)),
            ("均分", x => x.r.MeanHundredths / 100m),
            ("与评估名次不一致的理由", x => x.r.Reason)
        );
        Assert.Contains(("决定文号", "示例决1号"), book.Facts);
        Assert.Contains(("公布文号", "示例〔2022〕1号"), book.Facts);
    }

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
                ("状态", p => OfficialWords.Of(p.Status)),
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
                ("任务领域", t => OfficialWords.Of(t.Task.SubTask.Area())),
                ("子任务", t => OfficialWords.Of(t.Task.SubTask)),
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
                ("状态", r => OfficialWords.Of(r.Status)),
                ("首次报送时间", r => r.FiledAt),
                ("版本", r => r.VersionNumber),
                ("逾期报送", r => r.FiledAt is null ? null : r.IsLate),
                ("零报告", r => r.FiledAt is null ? null : r.IsNil),
                ("总局签收", r => r.FiledAt is null ? null : OfficialWords.Of(r.National)),
                ("省级签收", r => r.FiledAt is null ? null : OfficialWords.Of(r.Provincial))
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
                        ($"第{p.Ordinal}期", r => OfficialWords.Of(r.Cells[p.Ordinal].State)),
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
                ("口径", i => OfficialWords.Of(Indicators.Find(i.Code)!.Kind)),
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

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task OrganizationsAndAccounts_EveryDatumOfTheirLists(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var admin = world.Cast.SystemAdmin;
        var organizations = await world.AsAsync(
            admin,
            (ListOrganizations u) => u.ExecuteAsync(new(Paging: All), Ct)
        );
        var accounts = await world.AsAsync(
            admin,
            (ListAccounts u) => u.ExecuteAsync(new(Paging: All), Ct)
        );

        // More than a page of a list.
        Assert.InRange(organizations.Total, Paging.DefaultSize + 1, Paging.MaxSize);
        Assert.InRange(accounts.Total, Paging.DefaultSize + 1, Paging.MaxSize);
        Same(
            ExcelBook.Of(
                await world.AsAsync(
                    admin,
                    (ExportOrganizations u) => u.ExecuteAsync(new(new()), Ct)
                )
            )["单位"],
            organizations.Items,
            ("单位", o => o.Name),
            ("类别", o => OfficialWords.Of(o.Kind)),
            ("地区", o => o.RegionName),
            ("区划代码", o => o.DivisionCode),
            ("层级", o => o.Level is { } level ? OfficialWords.Of(level) : null),
            ("省份", o => o.ProvinceName),
            ("在用账号（个）", o => o.Accounts),
            ("建立时间", o => o.CreatedAt)
        );
        Same(
            ExcelBook.Of(
                await world.AsAsync(admin, (ExportAccounts u) => u.ExecuteAsync(new(new()), Ct))
            )["账号"],
            accounts.Items,
            ("账号", a => a.UserName),
            ("姓名", a => a.DisplayName),
            ("角色", a => OfficialWords.Of(a.Role)),
            ("单位", a => a.OrganizationName),
            ("电子邮箱", a => a.Email),
            ("状态", a => a.DisabledAt is null ? "在用" : "已停用"),
            ("待改初始密码", a => a.MustChangePassword),
            ("建立时间", a => a.CreatedAt),
            ("停用时间", a => a.DisabledAt)
        );
        var ofOne = ExcelBook.Of(
            await world.AsAsync(
                admin,
                (ExportAccounts u) =>
                    u.ExecuteAsync(new(new(OrganizationId: world.Cast.A[0].OrganizationId)), Ct)
            )
        );
        Assert.Equal(2, ofOne["账号"].Rows.Count);
        Assert.Contains(
            (
                "单位",
                accounts
                    .Items.First(a => a.OrganizationId == world.Cast.A[0].OrganizationId)
                    .OrganizationName!
            ),
            ofOne.Facts
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task DueActionsAndOutbox_EveryDatumOfTheirLists(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var admin = world.Cast.SystemAdmin;
        var actions = await ReadAllAsync(paging =>
            world.AsAsync(admin, (ListDueActions u) => u.ExecuteAsync(new(Paging: paging), Ct))
        );
        var messages = await ReadAllAsync(paging =>
            world.AsAsync(admin, (ListOutbox u) => u.ExecuteAsync(new(Paging: paging), Ct))
        );

        Same(
            ExcelBook.Of(
                await world.AsAsync(admin, (ExportDueActions u) => u.ExecuteAsync(new(new()), Ct))
            )["到期事项"],
            actions,
            ("事项", a => OfficialWords.Of(a.Kind)),
            ("应办时刻", a => a.DueAt),
            ("办理时刻", a => a.DoneAt),
            ("结果", a => OfficialWords.Of(a.Outcome)),
            ("记录编号", a => a.SubjectId.ToString()),
            ("唯一键", a => a.Key)
        );
        Same(
            ExcelBook.Of(
                await world.AsAsync(admin, (ExportOutbox u) => u.ExecuteAsync(new(new()), Ct))
            )["发件箱"],
            messages,
            ("编号", m => m.MessageId.ToString()),
            ("收件人", m => m.To),
            ("状态", m => OfficialWords.Of(m.State)),
            ("写入时刻", m => m.CreatedAt),
            ("发送时刻", m => m.SentAt),
            ("尝试（次）", m => m.Attempts),
            ("最近一次错误", m => m.LastError)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Audit_EveryDatumOfTheTrail_ToTheMillisecond(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var admin = world.Cast.AuditAdmin;
        var entries = await ReadAllAsync(paging =>
            world.AsAsync(admin, (ListAuditEntries u) => u.ExecuteAsync(new(Paging: paging), Ct))
        );
        var sheet = ExcelBook.Of(
            await world.AsAsync(
                admin,
                (ExportAuditEntries u) => u.ExecuteAsync(new(new(), act => $"词：{act}"), Ct)
            )
        )["审计记录"];

        Assert.InRange(entries.Count, 100, 2000);
        Same(
            sheet,
            entries,
            ("序号", e => e.Sequence),
            ("时间", e => e.At),
            ("姓名", e => e.ActorName),
            ("单位", e => e.OrganizationName),
            ("做了什么", e => $"词：{e.Act}"),
            ("事项代码", e => e.Act),
            ("备注", e => e.Note),
            ("记录编号", e => e.SubjectId == Guid.Empty ? null : e.SubjectId.ToString()),
            ("变更前指纹", e => e.BeforeSha256),
            ("变更后指纹", e => e.AfterSha256),
            ("本条指纹", e => e.Hash)
        );

        var day = BeijingTime.DayOf(entries[0].At);
        var ofDay = ExcelBook.Of(
            await world.AsAsync(
                admin,
                (ExportAuditEntries u) =>
                    u.ExecuteAsync(new(new(Act: "ProgressReport.", Day: day)), Ct)
            )
        );
        Assert.Contains(("事项", "ProgressReport."), ofDay.Facts);
        Assert.Contains(("日期", OfficialWords.Day(day)), ofDay.Facts);
        Assert.All(
            ofDay["审计记录"]["事项代码"],
            act => Assert.StartsWith("ProgressReport.", (string)act!, StringComparison.Ordinal)
        );
    }

    private static async Task<List<T>> ReadAllAsync<T>(Func<Paging, Task<Page<T>>> read)
    {
        var rows = new List<T>();
        for (var number = 1; ; number++)
        {
            var page = await read(new Paging(number, Paging.MaxSize));
            rows.AddRange(page.Items);
            if (rows.Count >= page.Total)
            {
                return rows;
            }
        }
    }

    /// <summary>Every row of the list in its order, column by column.</summary>
    private static void Same<T>(
        ExcelBook.Page sheet,
        IReadOnlyList<T> rows,
        params (string Head, Func<T, object?> Value)[] columns
    )
    {
        foreach (var (head, value) in columns)
        {
            Assert.Contains(head, sheet.Heads);
            Assert.Equal(rows.Select(r => Cell(value(r))), sheet[head]);
        }
    }

    /// <summary>A value as a program finds it in a cell: to the millisecond, in Beijing.</summary>
    private static object? Cell(object? value) =>
        value switch
        {
            null or "" => null,
            bool yes => yes ? "是" : "否",
            int or long or decimal => Convert.ToDouble(
                value,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            DateTimeOffset instant => instant
                .ToOffset(BeijingTime.Offset)
                .DateTime.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond)),
            _ => value,
        };
}
