using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Rendering.Excel;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>The figures of a report there and back, and as people fill them in.</summary>
public sealed class ExcelFigureTests
{
    private static readonly string[] Heads =
    [
        "任务",
        "指标",
        "单位",
        "口径",
        "上期",
        "以前累计",
        "本期",
        "累计",
    ];

    [Fact]
    public void Template_AnyFigures_ReadBackTheSame() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<uint[]>(),
                ArbMap.Default.ArbFor<uint>(),
                (values, start) =>
                {
                    decimal? before = start % 3 == 0 ? null : start % 10_000 / 100m;
                    var figures = values
                        .Take(Indicators.All.Count)
                        .Select(
                            (v, i) =>
                            {
                                var period = v % 1_000_000 / 100m;
                                var isStock = Indicators.All[i].Kind == IndicatorKind.Stock;
                                // Every other cumulative value was entered by hand.
                                var cumulative =
                                    isStock ? period
                                    : i % 2 == 0 ? (before ?? 0) + period
                                    : period + 7;
                                return (
                                    Indicators.All[i].Code,
                                    Figure: new Figure(period, cumulative)
                                );
                            }
                        )
                        .ToDictionary(f => f.Code, f => f.Figure);
                    var content = Excels.Write(FigureSheet.Of(figures, _ => 1, _ => before));
                    var read = FigureSheet.Read(content, TestContext.Current.CancellationToken);
                    return figures.Count == 0
                        ? read.Refusal!.Code == "Import.NothingFilled"
                        : read.Value.Problems.Count == 0
                            && read.Value.Rows.Count == figures.Count
                            && read.Value.Rows.All(r =>
                                figures[r.Code].Period == r.Period
                                && figures[r.Code].Cumulative
                                    == (
                                        r.Cumulative
                                        ?? (
                                            Indicators.Find(r.Code)!.Kind == IndicatorKind.Stock
                                                ? r.Period
                                                : (before ?? 0) + r.Period
                                        )
                                    )
                            );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Read_ByName_WhereTheCodeIsGone()
    {
        var row = Assert.Single(Read(Row("指南标准", "1,203", null)).Rows);

        Assert.Equal(("Guidelines", 1203m, null), (row.Code, row.Period, row.Cumulative));
    }

    [Fact]
    public void Read_EmptyIndicators_AreNotTouched()
    {
        var read = Read(Row("指南标准", 0, null), Row("立案", null, null), Row("结案", "", " "));

        Assert.Empty(read.Problems);
        Assert.Equal("Guidelines", Assert.Single(read.Rows).Code);
    }

    [Fact]
    public void Read_Problems_InPlainWords() =>
        Assert.Equal(
            [
                "第2行“本期”现为“-3”：须在0至1,000,000,000件之间，请核对。",
                "第3行“指标”不是平台的指标，请不要改动或增加指标。",
                "第4行“本期”没有填写，只填了累计，请补填本期数。",
                "第5行“累计”不要填，这是存量指标，只填期末数。",
                "第7行“指标”与第6行重复，请删去一行。",
            ],
            Read(
                Row("指南标准", -3, null),
                Row("我们的指标", 3, null),
                Row("立案", null, 9),
                Row("标杆企业", 3, 9),
                Row("结案", 1, null),
                Row("结案", 2, null)
            )
                .Problems.Select(p => p.Zh)
        );

    [Fact]
    public void Read_OtherUnitInTheRowOrTheHead_IsRefused()
    {
        var row = Row("罚没", 374.25, null);
        row[2] = "元";
        object?[] heads = [.. Heads.Select(h => h == "本期" ? "本期（元）" : h)];

        Assert.Equal(
            "第2行“单位”写着“元”，这个指标的单位是“万元”，请换算后改回。",
            Assert.Single(Read(row).Problems).Zh
        );
        Assert.Equal(
            "Import.OtherUnit",
            FigureSheet
                .Read(
                    Excels.Filled(FigureSheet.Name, heads, Row("罚没", 3742500, null)),
                    TestContext.Current.CancellationToken
                )
                .Refusal?.Code
        );
    }

    [Fact]
    public void Read_StockWithTheSameCumulative_IsFine()
    {
        var row = Assert.Single(Read(Row("标杆企业", 3, 3)).Rows);

        Assert.Equal((3m, null), (row.Period, row.Cumulative));
    }

    [Fact]
    public void Read_Example_IsNotTaken()
    {
        var sheet = FigureSheet.Of(
            new Dictionary<string, Figure> { ["CasesOpened"] = new(4, 4) },
            _ => null,
            _ => null
        );

        Assert.Equal(
            "CasesOpened",
            Assert
                .Single(
                    FigureSheet
                        .Read(Excels.Write(sheet), TestContext.Current.CancellationToken)
                        .Value.Rows
                )
                .Code
        );
    }

    private static object?[] Row(string indicator, object? period, object? cumulative) =>
        [
            "任务",
            indicator,
            Indicators.All.FirstOrDefault(i => i.NameZh == indicator)?.UnitZh,
            "流量",
            null,
            null,
            period,
            cumulative,
        ];

    private static SheetReading<FigureRow> Read(params object?[][] rows) =>
        FigureSheet
            .Read(
                Excels.Filled(FigureSheet.Name, [Heads, .. rows]),
                TestContext.Current.CancellationToken
            )
            .Value;
}
