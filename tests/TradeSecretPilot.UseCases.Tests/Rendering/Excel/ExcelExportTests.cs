using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;
using static TradeSecretPilot.UseCases.Tests.Rendering.Excel.ExportedRows;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

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
            var list = new ListApplications.Input { Batch = batch, Paging = All };
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
                ("层级", r => Terms.Of(r.Level).Zh),
                ("状态", r => Terms.Of(r.Status).Zh),
                ("提交次数（次）", r => r.VersionNumber),
                ("轮到谁", r => Terms.Of(r.Turn.Actor)?.Zh),
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
                                Batch = world.Cast.Open,
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
            ("层级", r => Terms.Of(r.Level).Zh),
            ("申报编号", r => r.Number),
            ("版本", r => r.VersionNumber),
            ("状态", r => Terms.Of(r.Status).Zh)
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
                ("层级", r => Terms.Of(r.Level).Zh),
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
                ("状态", s => Terms.Of(s.Expert.Status).Zh),
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
            ("大区", r => Terms.Of(r.Group).Zh),
            ("层级", r => Terms.Of(r.Level).Zh),
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
            ("侧重的任务", r => string.Join('、', r.TaskAreas.Select(x => Terms.Of(x).Zh)))
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
            ("层级", x => Terms.Of(x.r.Level).Zh),
            ("均分", x => x.r.MeanHundredths / 100m),
            ("与评估名次不一致的理由", x => x.r.Reason)
        );
        Assert.Contains(("决定文号", "示例决1号"), book.Facts);
        Assert.Contains(("公布文号", "示例〔2022〕1号"), book.Facts);
    }
}
