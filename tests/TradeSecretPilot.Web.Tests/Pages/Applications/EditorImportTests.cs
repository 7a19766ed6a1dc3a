using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Pages.Applications;
using TradeSecretPilot.Web.Pages.ProgressReports;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Tests.Pages.ProgressReports;
using TradeSecretPilot.Web.Ui.Files;

namespace TradeSecretPilot.Web.Tests.Pages.Applications;

/// <summary>A workbook through to the editor: what is confirmed stands in the plan or the report as if typed.</summary>
public sealed class EditorImportTests : ChineseContext
{
    private static readonly Measure Present = new()
    {
        Id = Guid.NewGuid(),
        Title = "制定指引",
        Target = "指引1件",
    };

    private readonly HandClock _clock = new();
    private int _changed;
    private int _saved;

    public EditorImportTests() => Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public void Measures_Confirmed_StandInThePlan_AndAreSaved()
    {
        var editing = Plan(new WorkPlan { Measures = [Present], Foundation = "已有基础。" });
        var import = Render<MeasureImport>(p =>
            p.AddCascadingValue(editing)
                .Add(i => i.OnTaken, () => _saved++)
                .Add(i => i.OnClose, () => { })
        );
        Choose(
            import,
            TestWorkbook.Of(
                [
                    "序号",
                    "举措名称",
                    "对应子任务",
                    "创新点",
                    "可核验目标",
                    "成果形式",
                    "责任单位",
                    "协同单位",
                    "起始月份",
                    "完成月份",
                ],
                [1, "制定指引", "A1", null, "指引2件", null, null, null, "2022年7月", 44896],
                [2, "办培训班", "加大培训力度", null, null, null, null, null, null, null]
            )
        );

        Assert.Equal(
            "“甲.xlsx”与页面相比：新增1条，修改1条",
            import.Find(".import-sum").TextContent
        );
        Assert.Equal("1", import.Find(".import-changes del").TextContent);
        Assert.Equal([Present], editing.Plan.Measures);
        Assert.Equal(0, _changed + _saved);

        import.Find(".btn-primary").Click();

        Assert.Equal((1, 1), (_changed, _saved));
        Assert.True(editing.IsDirty);
        Assert.Equal("已有基础。", editing.Plan.Foundation);
        Assert.Equal(
            [
                Present with
                {
                    SubTask = SubTask.RulesAndGuidelines,
                    Target = "指引2件",
                    StartMonth = new DateOnly(2022, 7, 1),
                    FinishMonth = new DateOnly(2022, 12, 1),
                },
                new Measure
                {
                    Id = editing.Plan.Measures[1].Id,
                    Title = "办培训班",
                    SubTask = SubTask.Training,
                },
            ],
            editing.Plan.Measures
        );
        Assert.Null(WorkPlanRules.CheckLimits(editing.Plan));
    }

    [Fact]
    public void Measures_OneWrongCell_NothingIsTaken()
    {
        var editing = Plan(new WorkPlan { Measures = [Present] });
        var import = Render<MeasureImport>(p =>
            p.AddCascadingValue(editing)
                .Add(i => i.OnTaken, () => _saved++)
                .Add(i => i.OnClose, () => { })
        );
        Choose(
            import,
            TestWorkbook.Of(
                [
                    "序号",
                    "举措名称",
                    "对应子任务",
                    "创新点",
                    "可核验目标",
                    "成果形式",
                    "责任单位",
                    "协同单位",
                    "起始月份",
                    "完成月份",
                ],
                [1, "好的一条", null, null, null, null, null, null, "2022-07", null],
                [2, "错的一条", null, null, null, null, null, null, "7月", null]
            )
        );

        Assert.Equal(
            "I3第3行“起始月份”须写成2022年7月或2022-07，现为“7月”。",
            import.Find(".import-problems li").TextContent
        );
        Assert.Empty(import.FindAll(".btn-primary"));
        Assert.Equal([Present], editing.Plan.Measures);
        Assert.Equal(0, _changed + _saved);
    }

    [Fact]
    public void Support_Confirmed_StandsInThePlan()
    {
        var line = new SupportLine
        {
            Year = 2022,
            Level = GovernmentLevel.City,
            Staff = 3,
        };
        var editing = Plan(new WorkPlan { Support = [line] });
        var import = Render<SupportImport>(p =>
            p.AddCascadingValue(editing)
                .Add(i => i.Years, [2022, 2023])
                .Add(i => i.OnTaken, () => _saved++)
                .Add(i => i.OnClose, () => { })
        );
        Choose(
            import,
            TestWorkbook.Of(
                ["序号", "年度", "层级", "人员（人）", "资金（万元）", "场所设施等"],
                [1, 2023, "县级", 2, "1,250.50", "服务站"]
            )
        );
        Assert.Contains("删去：文件中没有的行", import.Markup, StringComparison.Ordinal);

        import.Find(".btn-primary").Click();

        Assert.Equal(
            [
                new SupportLine
                {
                    Year = 2023,
                    Level = GovernmentLevel.County,
                    Staff = 2,
                    Funding = 1250.5m,
                    Facilities = "服务站",
                },
            ],
            editing.Plan.Support
        );
        Assert.Equal((1, 1), (_changed, _saved));
    }

    [Fact]
    public void Figures_Confirmed_StandInTheReport()
    {
        var editing = FigureChangesTests.Editing(new() { ["Guidelines"] = new(2, 7) }, before: 5);
        editing.Changed = () => _changed++;
        var import = Render<FigureImport>(p =>
            p.AddCascadingValue(editing).Add(i => i.OnTaken, () => _saved++)
        );
        import.Find("[aria-expanded]").Click();
        Choose(
            import,
            TestWorkbook.Of(
                ["任务", "指标", "单位", "口径", "上期", "以前累计", "本期", "累计"],
                ["", "指南标准", "", "", null, null, 3, null],
                ["", "立案", "", "", null, null, 0, null]
            )
        );
        Assert.Equal(
            "“甲.xlsx”与页面相比：新填1项，修改1项",
            import.Find(".import-sum").TextContent
        );
        Assert.Equal(
            ["2", "7"],
            import.FindAll(".import-changes del").Take(2).Select(d => d.TextContent)
        );

        import.Find(".btn-primary").Click();

        Assert.Equal(new Figure(3, 8), editing.Content.Figures["Guidelines"]);
        Assert.Equal(new Figure(0, 5), editing.Content.Figures["CasesOpened"]);
        Assert.Equal((1, 1), (_changed, _saved));
    }

    [Fact]
    public void Figures_TenThousandTimesAsMuch_AreTakenOnlyWhenChecked()
    {
        var editing = FigureChangesTests.Editing(
            new() { ["Penalties"] = new(374.25m, 400) },
            before: 5
        );
        var import = Render<FigureImport>(p =>
            p.AddCascadingValue(editing).Add(i => i.OnTaken, () => _saved++)
        );
        import.Find("[aria-expanded]").Click();
        Choose(
            import,
            TestWorkbook.Of(
                ["任务", "指标", "单位", "口径", "上期", "以前累计", "本期", "累计"],
                ["", "罚没", "万元", "", null, null, 3742500, null]
            )
        );

        Assert.Contains(
            "罚没（万元）：3,742,500，原为374.25",
            import.Markup,
            StringComparison.Ordinal
        );
        Assert.True(import.Find(".btn-primary").HasAttribute("disabled"));

        import.Find(".import-result .check input").Change(true);
        import.Find(".btn-primary").Click();

        Assert.Equal(3742500m, editing.Content.Figures["Penalties"].Period);
        Assert.Equal(1, _saved);
    }

    [Fact]
    public void Restore_WhatTheBrowserKept_GoesThroughTheOneParser()
    {
        var line = new SupportLine
        {
            Year = 2022,
            Level = GovernmentLevel.City,
            Staff = 3,
        };
        var editing = Plan(new WorkPlan { Support = [line] });

        editing.Restore(
            new Dictionary<string, string>
            {
                ["support:City-2022:staff"] = "-5",
                ["support:City-2022:funding"] = "１,２００.５",
                ["support:County-2023:staff"] = "约12",
                ["foundation"] = "\uf0b7 已有站点12个",
            }
        );

        Assert.Equal(
            (3, 1200.5m),
            (editing.Plan.Support[0].Staff, editing.Plan.Support[0].Funding)
        );
        Assert.Equal((2023, 0), (editing.Plan.Support[1].Year, editing.Plan.Support[1].Staff));
        Assert.Equal("• 已有站点12个", editing.Plan.Foundation);
        Assert.Equal("-5", editing.Unread.Of("support:City-2022:staff"));
        Assert.Equal("约12", editing.Unread.Of("support:County-2023:staff"));
        Assert.Equal(2, editing.Invalid);
    }

    private void Choose(
        IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> import,
        byte[] content
    )
    {
        import.Find(".check input").Change(true);
        Sent.Send(import.FindComponent<FileUpload>(), ("甲.xlsx", content));
    }

    private PlanEditing Plan(WorkPlan plan) =>
        new(
            new GetApplication.View
            {
                Id = Guid.NewGuid(),
                IsLeftOut = false,
                Version = 1,
                Batch = new BatchView
                {
                    Id = Guid.NewGuid(),
                    Version = 1,
                    Number = 1,
                    NameZh = "示例第1批",
                    NameEn = "Sample batch 1",
                    Stage = Domain.Batches.BatchStage.Open,
                    OpensAt = DateTimeOffset.UnixEpoch,
                    Forwarding = Deadline(),
                    PublishBy = DateTimeOffset.UnixEpoch,
                    PilotStartsOn = new DateOnly(2022, 7, 1),
                    PilotEndsOn = new DateOnly(2025, 6, 30),
                    MinSeats = 1,
                    MaxSeats = 3,
                    SeatsReason = null,
                    SheetsPerPlan = 3,
                    RollsToWorkingDay = false,
                    MaxPerProvince = null,
                    Eligibility = new() { Levels = [] },
                    Criteria = [],
                    ReportPeriods = [],
                    AnnouncedAt = null,
                    Acts = [],
                },
                Number = "示例-1",
                RegionName = "示例市",
                OrganizationName = "示例市人民政府",
                ProvinceName = "示例省",
                Level = DivisionLevel.Prefecture,
                Status = ApplicationStatus.Draft,
                Turn = new Turn(NextActor.LocalGovernment, null),
                Submission = Deadline(),
                Forwarding = Deadline(),
                Plan = plan,
                ShownVersion = 0,
                ContentSha256 = "",
                SealedCopies = [],
                MaySeal = true,
                Versions = [],
                Completeness = new Completeness(
                    new Dictionary<PlanPart, (int Done, int Total)>(),
                    []
                ),
                Reason = null,
                Comments = [],
                Rank = null,
                MeanHundredths = null,
                AppraisalRank = null,
                Timeline = [],
                Acts = [],
            },
            null,
            null!,
            null!
        )
        {
            Changed = () => _changed++,
        };

    private static Deadline Deadline() => new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
}
