using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>创新举措 there and back, and as people fill it in.</summary>
public sealed class ExcelMeasureTests
{
    private static readonly Measure Complete = new()
    {
        Id = Guid.Parse("0189f7a0-0000-7000-8000-000000000001"),
        Title = "建立行刑衔接会商机制",
        SubTask = SubTask.InterdepartmentalCoordination,
        Innovation = "线索先会商、后移交。\n企业不再重复提交材料。",
        Target = "-5%以内；=每季度会商1次",
        Deliverable = "机制文件",
        ResponsibleUnit = "示例市市场监督管理局",
        CoUnits = "示例市公安局、示例市检察院",
        StartMonth = new DateOnly(2022, 7, 1),
        FinishMonth = new DateOnly(2022, 12, 1),
    };

    private static readonly string[] Heads =
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
    ];

    [Fact]
    public void Template_ReadBack_GivesTheSameMeasures()
    {
        Measure[] measures = [Complete, new() { Id = Guid.NewGuid(), Title = "（示例）只有名称" }];

        var read = MeasureSheet
            .Read(Excels.Write(MeasureSheet.Of(measures)), TestContext.Current.CancellationToken)
            .Value;

        Assert.Empty(read.Problems);
        Assert.Equal(measures.Select(m => (Guid?)m.Id), read.Rows.Select(r => r.Id));
        Assert.Equal(measures, read.Rows.Zip(measures, (r, m) => MeasureSheet.Onto(m, r.Measure)));
        Assert.Equal([4, 5], read.Rows.Select(r => r.Row));
    }

    [Fact]
    public void Template_AnyTexts_ReadBackAsNoChange() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<Tuple<string, string, string>[]>(),
                ArbMap.Default.ArbFor<DateTime>(),
                (texts, day) =>
                {
                    var month = new DateOnly(2000 + (day.Year % 100), day.Month, 1);
                    var measures = texts
                        .Take(WorkPlan.MaxMeasures)
                        .Select(
                            (t, i) =>
                                new Measure
                                {
                                    Id = Guid.NewGuid(),
                                    // A row must hold something to be there.
                                    Title = Cut("举措" + t.Item1, Measure.TitleMaxLength),
                                    Innovation = Cut(t.Item2, Measure.InnovationMaxLength),
                                    Target = Cut(t.Item3, Measure.TargetMaxLength),
                                    CoUnits = Cut(t.Item2, Measure.CoUnitsMaxLength),
                                    SubTask = i % 3 == 0 ? null : SubTasks.All[i % 13],
                                    StartMonth = i % 2 == 0 ? null : month,
                                    FinishMonth = month,
                                }
                        )
                        .ToList();
                    var read = MeasureSheet.Read(
                        Excels.Write(MeasureSheet.Of(measures)),
                        TestContext.Current.CancellationToken
                    );
                    return measures.Count == 0
                        ? read.Refusal!.Code == "Import.NothingFilled"
                        : read.Value.Problems.Count == 0
                            && measures.SequenceEqual(
                                read.Value.Rows.Zip(
                                    measures,
                                    (r, m) => MeasureSheet.Onto(m, r.Measure)
                                )
                            );
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2022-07")]
    [InlineData("2022-7")]
    [InlineData("2022年7月")]
    [InlineData("2022年07月")]
    [InlineData("2022.07")]
    [InlineData("2022/7")]
    [InlineData("202207")]
    [InlineData("2022-07-15")]
    [InlineData("2022年7月15日")]
    [InlineData("2022/7/1 0:00:00")]
    [InlineData(" 2022 年 7 月 ")]
    [InlineData("２０２２年７月")]
    [InlineData(2022.07)]
    [InlineData(2022.7)]
    [InlineData(202207)]
    [InlineData(44743)]
    public void Read_Month_EveryWayOfWritingIt(object typed) =>
        Assert.Equal(new DateOnly(2022, 7, 1), ReadMonth(typed));

    [Fact]
    public void Read_Month_AsADate() =>
        Assert.Equal(new DateOnly(2022, 7, 1), ReadMonth(new DateOnly(2022, 7, 20)));

    [Theory]
    [InlineData(2022.11, 11)]
    [InlineData(2022.12, 12)]
    [InlineData(2022.01, 1)]
    [InlineData(2022.9, 9)]
    public void Read_Month_WrittenWithAPoint(double typed, int month) =>
        Assert.Equal(new DateOnly(2022, month, 1), ReadMonth(typed));

    [Theory]
    [InlineData("7月")]
    [InlineData("2022年")]
    [InlineData("2022-13")]
    [InlineData("2022-00")]
    [InlineData("明年年底")]
    [InlineData("2022-07至2022-12")]
    [InlineData(2022.13)]
    [InlineData(2022)]
    [InlineData(7)]
    [InlineData(true)]
    public void Read_NoMonth_SaysHowToWriteIt(object typed)
    {
        var problem = Assert.Single(Read(Row(start: typed)).Problems);

        Assert.Equal((2, "I2"), (problem.Row, problem.Cell));
        Assert.StartsWith(
            "第2行“起始月份”须写成2022年7月或2022-07，现为“",
            problem.Zh,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Row 2, first month: write the month as 2022-07",
            problem.En,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(2022.07, "2022-07")]
    [InlineData(2022.12, "2022-12")]
    [InlineData(202207, "2022-07")]
    public void Read_Month_TypedAsANumberIntoTheTemplatesDateCell(double typed, string month)
    {
        var measure = Assert.Single(ReadTemplate(typed).Rows).Measure;

        Assert.Equal(month, measure.StartMonth?.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(2022.1, "的“2022.1”分不清是1月还是10月")]
    [InlineData(2022, "须写成2022年7月或2022-07，现为“2022”")]
    [InlineData(7, "须写成2022年7月或2022-07，现为“7”")]
    public void Read_NoMonth_TypedAsANumberIntoTheTemplatesDateCell(double typed, string words) =>
        Assert.StartsWith(
            $"第4行“起始月份”{words}",
            Assert.Single(ReadTemplate(typed).Problems).Zh,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_TenthMonthThatLostItsZero_AsksWhich()
    {
        // 2022.10, typed as a number, is 2022.1.
        var problem = Assert.Single(Read(Row(start: 2022.1)).Problems);

        Assert.Equal(
            "第2行“起始月份”的“2022.1”分不清是1月还是10月，须写成2022-01或2022-10。",
            problem.Zh
        );
    }

    [Fact]
    public void Read_SubTask_ByNameCodeOrBoth()
    {
        foreach (var task in SubTasks.All)
        {
            var (name, code) = (Terms.Of(task).Zh, MeasureSheet.CodeOf(task));
            foreach (
                var typed in new[]
                {
                    name,
                    code,
                    code.ToLowerInvariant(),
                    $"{code} {name}",
                    $" {name} ",
                    $"{name}（{code}）",
                }
            )
            {
                Assert.Equal(task, Assert.Single(Read(Row(subTask: typed)).Rows).Measure.SubTask);
            }
        }

        Assert.Equal(
            ("A1", "C2", "F2"),
            (
                MeasureSheet.CodeOf(SubTask.RulesAndGuidelines),
                MeasureSheet.CodeOf(SubTask.EnforcementCapacity),
                MeasureSheet.CodeOf(SubTask.PublicAwareness)
            )
        );
    }

    [Fact]
    public void Read_UnknownSubTask_SaysWhatCanBeChosen()
    {
        var problem = Assert.Single(Read(Row(subTask: "A3")).Problems);

        Assert.Equal(
            "第2行“对应子任务”须是十三项子任务之一，请从下拉列表选择，或写A1至F2，现为“A3”。",
            problem.Zh
        );
        Assert.Equal("C2", problem.Cell);
    }

    [Fact]
    public void Read_TooLong_SaysByHowMuch()
    {
        var problem = Assert.Single(Read(Row(title: new string('长', 65))).Problems);

        Assert.Equal("第2行“举措名称”超出5字，最多60字，请精简。", problem.Zh);
        Assert.Equal("Row 2, title: it is 5 characters too long; shorten it to 60.", problem.En);
    }

    [Fact]
    public void Read_EveryProblem_IsNamed()
    {
        var read = Read(
            Row(title: new string('长', 61), subTask: "其他", start: "七月"),
            Row(title: "好"),
            Row(start: "去年")
        );

        Assert.Equal(["B2", "C2", "I2", "I4"], read.Problems.Select(p => p.Cell));
        Assert.All(
            read.Problems,
            p =>
            {
                Assert.EndsWith("。", p.Zh, StringComparison.Ordinal);
                Assert.EndsWith(".", p.En, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Read_Incomplete_IsNoProblem()
    {
        // As in the editor: what is missing is listed there, and asked for before submission.
        var read = Read(Row(title: "只有名称"));

        Assert.Empty(read.Problems);
        Assert.Equal("只有名称", Assert.Single(read.Rows).Measure.Title);
    }

    [Fact]
    public void Read_NumbersAndDatesInTextColumns_AsTheyLook()
    {
        var measure = Assert.Single(Read(Row(title: 2023, unit: 12.5)).Rows).Measure;

        Assert.Equal(("2023", "12.5"), (measure.Title, measure.ResponsibleUnit));
    }

    [Fact]
    public void Read_EmptyRowsAndRowNumbersAlone_AreNoMeasures()
    {
        var read = Read(Row(title: "甲"), [null, "  ", ""], [7], Row(title: "乙"), [], [9, null]);

        Assert.Equal(["甲", "乙"], read.Rows.Select(r => r.Measure.Title));
        Assert.Equal([2, 5], read.Rows.Select(r => r.Row));
    }

    [Fact]
    public void Read_ExampleWithOtherContent_IsNotSilentlyDropped()
    {
        var problem = Assert.Single(Read(["示例", "我们自己的举措"]).Problems);

        Assert.StartsWith(
            "第2行“序号”写着“示例”，这一行不会填入。",
            problem.Zh,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_MoreThanAPlanHolds_SaysFromWhichRow()
    {
        var rows = Enumerable.Range(1, 62).Select(i => Row(title: $"举措{i}")).ToArray();
        var problem = Assert.Single(Read(rows).Problems);

        Assert.Equal("第62行起超出上限，一份方案至多60条举措，请删减。", problem.Zh);
    }

    [Fact]
    public void Read_CopiedRow_IsANewMeasure()
    {
        var copied = ExcelReaderTests.Edit(
            Excels.Write(MeasureSheet.Of([Complete, Complete with { Id = Guid.NewGuid() }])),
            sheet =>
            {
                ExcelReaderTests.CellAt(sheet, "K5").InlineString = new(
                    new DocumentFormat.OpenXml.Spreadsheet.Text(Complete.Id.ToString("N"))
                );
            }
        );

        Assert.Equal(
            [Complete.Id, null],
            MeasureSheet
                .Read(copied, TestContext.Current.CancellationToken)
                .Value.Rows.Select(r => r.Id)
        );
    }

    [Fact]
    public void Template_HelpsToFillIn()
    {
        var book = ExcelBook.Of(Excels.Write(MeasureSheet.Of([Complete])));
        var sheet = book[MeasureSheet.Name];

        Assert.Equal([.. Heads, "内部编号"], sheet.Heads);
        Assert.Equal("填写要求", sheet.Rows[0][0]);
        Assert.Equal("必填，60字以内", sheet.Rows[0][1]);
        Assert.Equal("选填，200字以内", sheet.Rows[0][7]);
        Assert.Equal("示例", sheet.Rows[1][0]);
        Assert.Equal(2 + WorkPlan.MaxMeasures, sheet.Rows.Count);
    }

    private static SheetReading<MeasureLine> ReadTemplate(double start) =>
        MeasureSheet
            .Read(
                ExcelReaderTests.Edit(
                    Excels.Write(MeasureSheet.Of([Complete with { StartMonth = null }])),
                    sheet =>
                        ExcelReaderTests.CellAt(sheet, "I4").CellValue =
                            new DocumentFormat.OpenXml.Spreadsheet.CellValue(start)
                ),
                TestContext.Current.CancellationToken
            )
            .Value;

    private static DateOnly? ReadMonth(object typed)
    {
        var read = Read(Row(start: typed));
        Assert.Empty(read.Problems);
        return Assert.Single(read.Rows).Measure.StartMonth;
    }

    private static SheetReading<MeasureLine> Read(params object?[][] rows) =>
        MeasureSheet
            .Read(
                Excels.Filled(MeasureSheet.Name, [Heads, .. rows]),
                TestContext.Current.CancellationToken
            )
            .Value;

    private static object?[] Row(
        object? title = null,
        object? subTask = null,
        object? unit = null,
        object? start = null
    ) => [1, title ?? "举措", subTask, null, null, null, unit, null, start, null];

    private static string Cut(string? text, int length) =>
        text is null ? ""
        : text.Length > length ? text[..length]
        : text;
}
