using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Rendering.Excel;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>各级政府人财物支持 there and back, and as people fill it in.</summary>
public sealed class ExcelSupportTests
{
    private static readonly int[] Years = [2022, 2023, 2024, 2025];

    private static readonly string[] Heads =
    [
        "序号",
        "年度",
        "层级",
        "人员（人）",
        "资金（万元）",
        "场所设施等",
    ];

    [Fact]
    public void Template_AnyLines_ReadBackAsNoChange() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<Tuple<int, uint, string>[]>(),
                values =>
                {
                    var lines = values
                        .Select(
                            (v, i) =>
                                new SupportLine
                                {
                                    Year = Years[i / 3 % 4],
                                    Level = (GovernmentLevel)((i % 3) + 1),
                                    Staff = Math.Abs(v.Item1 % (SupportLine.MaxStaff + 1)),
                                    Funding = v.Item2 % 1_000_000_000 / 100m,
                                    Facilities = (v.Item3 ?? "")[
                                        ..Math.Min(
                                            (v.Item3 ?? "").Length,
                                            SupportLine.FacilitiesMaxLength
                                        )
                                    ],
                                }
                        )
                        .Take(12)
                        .ToList();
                    var read = SupportSheet.Read(
                        Excels.Write(SupportSheet.Of(lines)),
                        Years,
                        TestContext.Current.CancellationToken
                    );
                    return lines.Count == 0
                        ? read.Refusal!.Code == "Import.NothingFilled"
                        : read.Value.Problems.Count == 0
                            && lines.SequenceEqual(
                                read.Value.Rows.Zip(lines, (r, l) => SupportSheet.Onto(l, r.Line))
                            );
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1，234.5", 1234.5)]
    [InlineData("12,345,678.9", -1)]
    [InlineData(" 1234.50 ", 1234.5)]
    [InlineData("１２３", 123)]
    [InlineData(1234.5, 1234.5)]
    [InlineData(0, 0)]
    [InlineData("0", 0)]
    [InlineData("", 0)]
    [InlineData("1,2", -1)]
    [InlineData("12,34", -1)]
    [InlineData("-5", -1)]
    [InlineData(-5, -1)]
    [InlineData(1.234, -1)]
    [InlineData("约500", -1)]
    [InlineData("500万元", 500)]
    [InlineData("500元", -1)]
    [InlineData("500人", -1)]
    [InlineData("1 200", 1200)]
    [InlineData("1e3", -1)]
    public void Read_Funding_AsTyped(object typed, double expected)
    {
        var read = Read([1, 2023, "市级", 1, typed, null]);

        if (expected < 0)
        {
            var problem = Assert.Single(read.Problems);
            Assert.Equal("E2", problem.Cell);
            Assert.StartsWith("第2行“资金”现为“", problem.Zh, StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(read.Problems);
            Assert.Equal((decimal)expected, Assert.Single(read.Rows).Line.Funding);
        }
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData("两人")]
    [InlineData(100_001)]
    public void Read_Staff_MustBeWhole(object typed) =>
        Assert.StartsWith(
            "第2行“人员”现为“",
            Assert.Single(Read([1, 2023, "市级", typed]).Problems).Zh,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_AmountsInYuanUnderTheHead_AreRefusedWithBothUnits()
    {
        var refusal = SupportSheet
            .Read(
                CaseFile.Read("unit-in-header.xlsx"),
                Years,
                TestContext.Current.CancellationToken
            )
            .Refusal!;

        Assert.Equal("Import.OtherUnit", refusal.Code);
        Assert.Contains("“资金”列的表头写着单位“元”，模板的单位是“万元”", refusal.Zh);
    }

    [Theory]
    [InlineData("资金（万元）", null)]
    [InlineData("资金(万元)", null)]
    [InlineData("资金 （ 万元 ）", null)]
    [InlineData("资金", null)]
    [InlineData("资金（元）", "Import.OtherUnit")]
    [InlineData("资金（亿元）", "Import.OtherUnit")]
    [InlineData("资金（人民币）", "Import.OtherUnit")]
    public void Read_UnitUnderTheHead_IsTheTemplatesOrRefused(string head, string? code)
    {
        object?[] heads = [.. Heads.Select(h => h.StartsWith("资金") ? head : h)];
        var book = Excels.Filled(SupportSheet.Name, heads, [1, 2023, "市级", 1, 374.25]);

        Assert.Equal(
            code,
            SupportSheet.Read(book, Years, TestContext.Current.CancellationToken).Refusal?.Code
        );
    }

    [Theory]
    [InlineData("省级", GovernmentLevel.Province)]
    [InlineData("省", GovernmentLevel.Province)]
    [InlineData("市级", GovernmentLevel.City)]
    [InlineData("县级", GovernmentLevel.County)]
    [InlineData("县（区）级", GovernmentLevel.County)]
    public void Read_Level_ByItsNames(string typed, GovernmentLevel level) =>
        Assert.Equal(level, Assert.Single(Read([1, "2023年", typed, 1]).Rows).Line.Level);

    [Theory]
    [InlineData(2021)]
    [InlineData("2026")]
    [InlineData("明年")]
    public void Read_YearOutsideThePilot_SaysWhich(object typed) =>
        Assert.StartsWith(
            "第2行“年度”须是2022至2025之间的年份，现为“",
            Assert.Single(Read([1, typed, "市级", 1]).Problems).Zh,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_YearOrLevelMissing_SaysSo() =>
        Assert.Equal(
            ["第2行“年度”没有填写。", "第3行“层级”没有填写。"],
            Read([1, null, "市级", 5], [2, 2023, null, 5]).Problems.Select(p => p.Zh)
        );

    [Fact]
    public void Read_SamePlaceTwice_SaysWhichRows() =>
        Assert.Equal(
            "第4行“年度”和“层级”与第2行相同，同一年度、同一层级只能有一行，请合并。",
            Assert
                .Single(
                    Read([1, 2023, "市级", 1], [2, 2023, "县级", 1], [3, 2023, "市级", 2]).Problems
                )
                .Zh
        );

    [Fact]
    public void Read_ExampleWithOtherContent_IsNotSilentlyDropped() =>
        Assert.StartsWith(
            "第2行“序号”写着“示例”",
            Assert.Single(Read(["示例", 2023, "市级", 5, 5, "我们的服务站"]).Problems).Zh,
            StringComparison.Ordinal
        );

    private static SheetReading<SupportRow> Read(params object?[][] rows) =>
        SupportSheet
            .Read(
                Excels.Filled(SupportSheet.Name, [Heads, .. rows]),
                Years,
                TestContext.Current.CancellationToken
            )
            .Value;
}
