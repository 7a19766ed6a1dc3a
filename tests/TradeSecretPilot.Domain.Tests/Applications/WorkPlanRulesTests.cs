using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Tests.Applications;

public sealed class WorkPlanRulesTests
{
    private static readonly Batch Batch = Some.Batch();
    private static readonly WorkPlan Plan = Some.CompletePlan();

    /// <summary>A mended-out field, and the anchor of the gap it leaves.</summary>
    public static TheoryData<string> Fields { get; } =
    [
        "foundation",
        "advantages",
        "approach",
        "phasing",
        "measures",
        "leadership",
        "safeguards",
        "support",
        "measure-2-title",
        "measure-2-subtask",
        "measure-2-innovation",
        "measure-2-unit",
        "measure-2-deliverable",
        "measure-2-target",
        "measure-2-months",
    ];

    [Fact]
    public void Check_CompletePlan_HasNoGap()
    {
        var result = WorkPlanRules.Check(Plan, Batch);

        Assert.True(result.IsComplete);
        Assert.Equal(result.Total, result.Done);
        Assert.Equal(3, result.Parts.Count);
        // Two texts; two texts, the list and seven fields of each measure; two texts and two rules of the table.
        Assert.Equal([2, 17, 4], result.Parts.OrderBy(p => p.Key).Select(p => p.Value.Total));
    }

    [Fact]
    public void Check_EmptyPlan_NamesEveryPart()
    {
        var result = WorkPlanRules.Check(WorkPlan.Empty, Batch);

        Assert.Equal(
            [PlanPart.Foundation, PlanPart.Measures, PlanPart.Support],
            result.Gaps.Select(g => g.Part).Distinct()
        );
        Assert.Equal(8, result.Gaps.Count);
        Assert.Equal(result.Total - 8, result.Done);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Check_OneFieldMissing_IsTheOneGap(string anchor)
    {
        var gap = Assert.Single(WorkPlanRules.Check(Without(anchor), Batch).Gaps);

        Assert.Equal(anchor, gap.Anchor);
    }

    [Theory]
    [InlineData("2022-07-01", "2025-06-01", true)]
    [InlineData("2022-07-01", "2022-07-01", true)]
    [InlineData("2022-06-30", "2025-06-01", false)]
    [InlineData("2022-07-01", "2025-07-01", false)]
    [InlineData("2023-02-01", "2023-01-01", false)]
    public void Check_Months_MustLieWithinThePilot(string start, string finish, bool fits)
    {
        var measure = Some.Measure() with { StartMonth = Day(start), FinishMonth = Day(finish) };

        var result = WorkPlanRules.Check(Plan with { Measures = [measure] }, Batch);

        Assert.Equal(fits, result.IsComplete);
    }

    [Fact]
    public void Check_TwoLinesForOneLevelAndYear_AsksToMergeThem()
    {
        var twice = Plan with { Support = [Some.Support(), Some.Support()] };
        var apart = Plan with
        {
            Support =
            [
                Some.Support(),
                Some.Support(2024),
                Some.Support(level: GovernmentLevel.Province),
            ],
        };

        Assert.Equal("support", Assert.Single(WorkPlanRules.Check(twice, Batch).Gaps).Anchor);
        Assert.True(WorkPlanRules.Check(apart, Batch).IsComplete);
    }

    [Fact]
    public void CheckLimits_AtTheLimits_Accepts()
    {
        var plan = new WorkPlan
        {
            Foundation = Text(WorkPlan.TextMaxLength),
            Measures =
            [
                .. Enumerable
                    .Range(0, WorkPlan.MaxMeasures)
                    .Select(_ => new Measure
                    {
                        Id = Guid.NewGuid(),
                        Title = Text(Measure.TitleMaxLength),
                        Innovation = Text(Measure.InnovationMaxLength),
                        ResponsibleUnit = Text(Measure.UnitMaxLength),
                        CoUnits = Text(Measure.CoUnitsMaxLength),
                        Deliverable = Text(Measure.DeliverableMaxLength),
                        Target = Text(Measure.TargetMaxLength),
                    }),
            ],
            Support =
            [
                .. Enumerable
                    .Range(2000, WorkPlan.MaxSupportLines)
                    .Select(year => new SupportLine
                    {
                        Year = year,
                        Staff = SupportLine.MaxStaff,
                        Funding = SupportLine.MaxFunding,
                        Facilities = Text(SupportLine.FacilitiesMaxLength),
                    }),
            ],
        };

        Assert.Null(WorkPlanRules.CheckLimits(plan));
        Assert.Null(WorkPlanRules.CheckLimits(WorkPlan.Empty));
    }

    [Fact]
    public void CheckLimits_TextBeyondStorage_IsRefused()
    {
        var tooLong = Text(TextFault.DraftMaxLength + 1);
        WorkPlan[] plans =
        [
            Plan with
            {
                Foundation = tooLong,
            },
            Plan with
            {
                Advantages = tooLong,
            },
            Plan with
            {
                Approach = tooLong,
            },
            Plan with
            {
                Phasing = tooLong,
            },
            Plan with
            {
                Leadership = tooLong,
            },
            Plan with
            {
                Safeguards = tooLong,
            },
            Plan with
            {
                Measures = [Some.Measure() with { Target = tooLong }],
            },
            Plan with
            {
                Support = [Some.Support() with { Facilities = tooLong }],
            },
        ];

        Assert.All(plans, p => AssertRefused("Application.TextTooLong", p));
    }

    [Fact]
    public void Edit_TextTooLongToBeSubmitted_IsKeptWhole_AndTheOneGap()
    {
        var m = Some.Measure();
        var half = m with { Title = Text(Measure.TitleMaxLength - 1) + "👍" };
        (string Anchor, WorkPlan Plan)[] plans =
        [
            ("foundation", Plan with { Foundation = Text(WorkPlan.TextMaxLength + 12) }),
            ("measure-1-title", One(half with { Title = half.Title + Text(12) })),
            (
                "measure-1-innovation",
                One(m with { Innovation = Text(Measure.InnovationMaxLength + 12) })
            ),
            ("measure-1-unit", One(m with { ResponsibleUnit = Text(Measure.UnitMaxLength + 12) })),
            ("measure-1-counits", One(m with { CoUnits = Text(Measure.CoUnitsMaxLength + 12) })),
            (
                "measure-1-deliverable",
                One(m with { Deliverable = Text(Measure.DeliverableMaxLength + 12) })
            ),
            ("measure-1-target", One(m with { Target = Text(Measure.TargetMaxLength + 12) })),
            (
                "support",
                Plan with
                {
                    Support =
                    [
                        Some.Support() with
                        {
                            Facilities = Text(SupportLine.FacilitiesMaxLength + 12),
                        },
                    ],
                }
            ),
        ];

        Assert.True(WorkPlanRules.Check(One(half), Batch).IsComplete);
        Assert.All(
            plans,
            p =>
            {
                var application = Some.Application();
                Assert.Null(application.Edit(p.Plan, Batch, "示例", Some.Now).Refusal);
                Assert.Equal(ContentHash.Write(p.Plan), ContentHash.Write(application.Plan));
                var gap = Assert.Single(WorkPlanRules.Check(application.Plan, Batch).Gaps);
                Assert.Equal(p.Anchor, gap.Anchor);
                Assert.Contains("超出12字", gap.Zh);
                Assert.Contains("12 characters too long", gap.En);
                Assert.Equal(1, application.GapCount);
                Assert.Equal(
                    "Application.Incomplete",
                    application.Submit(Batch, Some.Deadline, "示例", Some.Now).Refusal?.Code
                );
            }
        );

        static WorkPlan One(Measure measure) => Plan with { Measures = [measure] };
    }

    [Fact]
    public void Edit_BulletOfWord_IsARealOne()
    {
        var application = Some.Application();

        Assert.Null(
            application
                .Edit(
                    Plan with
                    {
                        Foundation = "\uf0b7 已有站点12个\0\ud83d",
                    },
                    Batch,
                    "示例",
                    Some.Now
                )
                .Refusal
        );

        Assert.Equal("• 已有站点12个\ufffd", application.Plan.Foundation);
        var gap = Assert.Single(WorkPlanRules.Check(application.Plan, Batch).Gaps);
        Assert.Equal("“工作基础”有无法显示和打印的字符“\ufffd”（U+FFFD），请改写", gap.Zh);
    }

    [Fact]
    public void CheckLimits_TooManyLines_IsRefused()
    {
        var measures = Enumerable
            .Range(0, WorkPlan.MaxMeasures + 1)
            .Select(_ => Some.Measure())
            .ToList();
        var lines = Enumerable
            .Range(2000, WorkPlan.MaxSupportLines + 1)
            .Select(y => Some.Support(y))
            .ToList();

        AssertRefused("Application.TooManyLines", Plan with { Measures = measures });
        AssertRefused("Application.TooManyLines", Plan with { Support = lines });
    }

    [Fact]
    public void CheckLimits_MeasureOutOfRange_IsRefused()
    {
        var m = Some.Measure();
        Measure[][] lists =
        [
            [m with { Id = Guid.Empty }],
            [m, m],
            [m with { SubTask = (SubTask)99 }],
        ];

        Assert.All(
            lists,
            l => AssertRefused("Application.MeasureInvalid", Plan with { Measures = l })
        );
    }

    [Fact]
    public void CheckLimits_FigureOutOfRange_IsRefused()
    {
        var l = Some.Support();
        SupportLine[] lines =
        [
            l with
            {
                Level = (GovernmentLevel)9,
            },
            l with
            {
                Year = 1999,
            },
            l with
            {
                Year = 2101,
            },
            l with
            {
                Staff = -1,
            },
            l with
            {
                Staff = SupportLine.MaxStaff + 1,
            },
            l with
            {
                Funding = -0.01m,
            },
            l with
            {
                Funding = 0.001m,
            },
            l with
            {
                Funding = SupportLine.MaxFunding + 0.01m,
            },
        ];

        Assert.All(
            lines,
            line => AssertRefused("Application.SupportLineInvalid", Plan with { Support = [line] })
        );
    }

    [Fact]
    public void SubTasks_All_AreThirteenInSixAreas()
    {
        Assert.Equal(13, SubTasks.All.Count);
        Assert.Equal(
            [2, 2, 2, 3, 2, 2],
            Enum.GetValues<TaskArea>().Select(a => SubTasks.In(a).Count)
        );
        Assert.Equal(SubTasks.All, Enum.GetValues<TaskArea>().SelectMany(SubTasks.In));
    }

    private static WorkPlan Without(string anchor)
    {
        var (first, second) = (Plan.Measures[0], Plan.Measures[1]);
        return anchor switch
        {
            "foundation" => Plan with { Foundation = " " },
            "advantages" => Plan with { Advantages = "" },
            "approach" => Plan with { Approach = "\n" },
            "phasing" => Plan with { Phasing = "" },
            "measures" => Plan with { Measures = [] },
            "leadership" => Plan with { Leadership = "" },
            "safeguards" => Plan with { Safeguards = "" },
            "support" => Plan with { Support = [new SupportLine { Year = 2023 }] },
            "measure-2-title" => Second(second with { Title = "" }),
            "measure-2-subtask" => Second(second with { SubTask = null }),
            "measure-2-innovation" => Second(second with { Innovation = "" }),
            "measure-2-unit" => Second(second with { ResponsibleUnit = "" }),
            "measure-2-deliverable" => Second(second with { Deliverable = "" }),
            "measure-2-target" => Second(second with { Target = "" }),
            _ => Second(second with { FinishMonth = null }),
        };

        WorkPlan Second(Measure measure) => Plan with { Measures = [first, measure] };
    }

    private static void AssertRefused(string code, WorkPlan plan)
    {
        var application = Some.Application();
        var before = Some.Snapshot(application);

        Assert.Equal(code, application.Edit(plan, Some.Batch(), "示例", Some.Now).Refusal?.Code);
        Assert.Equal(before, Some.Snapshot(application));
    }

    private static string Text(int length) => new('示', length);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "O", System.Globalization.CultureInfo.InvariantCulture);
}
