using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>What the one writer makes, as other programs read it.</summary>
public sealed class ExcelWriterTests
{
    private static readonly DateTimeOffset Instant = new(2022, 5, 15, 16, 0, 0, 412, TimeSpan.Zero);

    private static readonly SheetOf<int> Everything = new SheetOf<int>("全部种类")
        .Text("文字", 30, i => $"第{i}行\n第二行", "一段文字。")
        .Code("编号", 14, i => i.ToString("000", CultureInfo.InvariantCulture))
        .Whole("件数", 10, i => i * 1000, "件")
        .Amount("金额", 12, i => i / 4m, "万元", "当年安排的资金。")
        .Points("均分", 10, i => 8560 + i)
        .Date("日期", 13, i => new DateOnly(2022, 4, 20).AddDays(i))
        .Month("月份", 13, _ => new DateOnly(2022, 7, 1))
        .Instant("时刻", 21, _ => Instant)
        .Exact("毫秒", 25, _ => Instant)
        .YesNo("是否", 8, i => i % 2 == 0);

    [Fact]
    public void Write_EveryKind_ReadsBackAsItsType()
    {
        var sheet = ExcelBook.Of(Excels.Write(Everything.Of([0, 1])))["全部种类"];

        Assert.Equal(
            [
                "文字",
                "编号",
                "件数（件）",
                "金额（万元）",
                "均分",
                "日期",
                "月份",
                "时刻",
                "毫秒",
                "是否",
            ],
            sheet.Heads
        );
        Assert.Equal(
            [
                "第1行\n第二行",
                "001",
                1000d,
                0.25d,
                85.61d,
                new DateTime(2022, 4, 21),
                new DateTime(2022, 7, 1),
                // In Beijing.
                new DateTime(2022, 5, 16, 0, 0, 0, 412),
                new DateTime(2022, 5, 16, 0, 0, 0, 412),
                "否",
            ],
            sheet.Rows[1]
        );
        Assert.Equal("是", sheet.Rows[0][9]);
    }

    [Fact]
    public void Write_EveryPart_CarriesNoPrefix_AndBeijingTime()
    {
        using var package = new ZipArchive(new MemoryStream(Excels.Write(Everything.Of([0, 1]))));

        Assert.All(
            package.Entries,
            entry =>
            {
                // 09:00 on the wall in Beijing.
                Assert.Equal(new DateTime(2022, 4, 20, 9, 0, 0), entry.LastWriteTime.DateTime);
                using var part = entry.Open();
                var root = XDocument.Load(part).Root!;
                Assert.All(
                    root.DescendantsAndSelf().Where(e => e.Name.NamespaceName == PartWriter.Main),
                    e => Assert.Equal("", e.GetPrefixOfNamespace(e.Name.Namespace) ?? "")
                );
            }
        );
        using var sheet = new StreamReader(package.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("<row r=\"1\"", sheet.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Empties_LeaveEmptyCells()
    {
        var sheet = new SheetOf<int>("空")
            .Text("文字", 10, _ => null)
            .Whole("数", 10, _ => null)
            .Date("日", 10, _ => null)
            .YesNo("是否", 10, _ => null)
            .Text("末列", 10, _ => "x");

        Assert.Equal(
            [null, null, null, null, "x"],
            ExcelBook.Of(Excels.Write(sheet.Of([1])))["空"].Rows[0]
        );
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://example.cn\",\"点这里\")")]
    [InlineData("+86-10-12345678")]
    [InlineData("-5件")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("=cmd|' /C calc'!A0")]
    public void Write_TextLikeAFormula_StaysText(string text)
    {
        var sheet = new SheetOf<string>("文字").Text("甲", 20, t => t).Code("乙", 20, t => t);
        var content = Excels.Write(sheet.Of([text]));

        Assert.Equal([text, text], ExcelBook.Of(content)["文字"].Rows[0]);
        using var file = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        var cells = Part(file, 0).Worksheet.Descendants<Cell>().Skip(2).ToList();
        var formats =
            file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
                .ToList();
        Assert.Equal(2, cells.Count);
        Assert.Empty(Part(file, 0).Worksheet.Descendants<CellFormula>());
        Assert.All(
            cells,
            cell =>
            {
                Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
                // So that it stays text also when somebody edits the cell.
                Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value);
            }
        );
    }

    [Theory]
    [InlineData("甲\u0000乙\u0007丙", "甲乙丙")]
    [InlineData("甲\u202e乙\u200b丙", "甲乙丙")]
    [InlineData("甲\ufffe乙", "甲乙")]
    [InlineData("甲\r\n乙\r丙", "甲\n乙\n丙")]
    [InlineData("甲\t乙", "甲 乙")]
    [InlineData("_x0041__x000D_", "_x0041__x000D_")]
    [InlineData("<b>&amp;\"'", "<b>&amp;\"'")]
    [InlineData("  前后有空格  ", "  前后有空格  ")]
    [InlineData("昇玥喆垚𠮷😀", "昇玥喆垚𠮷😀")]
    public void Write_StrangeText_IsCleanAndWhole(string text, string expected)
    {
        var content = Excels.Write(new SheetOf<string>("文字").Text("甲", 20, t => t).Of([text]));

        Assert.Equal(expected, ExcelBook.Of(content)["文字"].Rows[0][0]);
        AssertValid(content);
    }

    [Theory]
    [InlineData(32_767, false)]
    [InlineData(32_768, true)]
    [InlineData(100_000, true)]
    public void Write_LongText_FitsIntoACell(int length, bool cut)
    {
        // Pairs, so that the cut must not fall into one.
        var text = string.Concat(Enumerable.Repeat("😀", length / 2)).PadRight(length, '字');
        var content = Excels.Write(new SheetOf<string>("文字").Text("甲", 20, t => t).Of([text]));

        var read = (string)ExcelBook.Of(content)["文字"].Rows[0][0]!;
        Assert.InRange(read.Length, 32_700, 32_767);
        Assert.Equal(cut, read.EndsWith('）'));
        Assert.StartsWith(read[..32_000], text, StringComparison.Ordinal);
        AssertValid(content);
    }

    [Fact]
    public void Write_AnyTexts_ReadBackTheSame() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string?[]>(),
                texts =>
                {
                    var sheet = new SheetOf<string?>("任意")
                        .Text("甲", 20, t => t)
                        .Text("末", 5, _ => "x");
                    var read = ExcelBook.Of(Excels.Write(sheet.Of(texts)))["任意"]["甲"];
                    return texts
                        .Select(t => PrintableText.Visible(t ?? ""))
                        .SequenceEqual(read.Select(v => (string?)v ?? ""));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Write_AnyNumbers_ReadBackTheSame() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                numbers =>
                {
                    var sheet = new SheetOf<int>("任意")
                        .Whole("数", 10, n => n)
                        .Amount("额", 10, n => n / 100m);
                    var read = ExcelBook.Of(Excels.Write(sheet.Of(numbers)))["任意"].Rows;
                    return numbers
                        .Select(n => ((double)n, (double)(n / 100m)))
                        .SequenceEqual(read.Select(r => ((double)r[0]!, (double)r[1]!)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Write_TenThousandRows_AllThere()
    {
        var content = Excels.Write(Everything.Of(Enumerable.Range(1, 10_000)));

        var sheet = ExcelBook.Of(content)["全部种类"];
        Assert.Equal(10_000, sheet.Rows.Count);
        Assert.Equal("10000", sheet.Rows[^1][1]);
        Assert.InRange(content.Length, 1, 2 * 1024 * 1024);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() =>
        Assert.Equal(
            Excels.Write("演示数据", Everything.Of([1, 2])),
            Excels.Write("演示数据", Everything.Of([1, 2]))
        );

    [Fact]
    public void Write_AnyWorkbook_IsValid()
    {
        AssertValid(
            Excels.Write(
                "演示 & 数据",
                Everything.Of([1, 2, 3]),
                Everything.Of([]) with
                {
                    Name = "甲'乙&丙",
                }
            )
        );
        AssertValid(Excels.Write(MeasureSheet.Of([])));
        AssertValid(Excels.Write(SupportSheet.Of([])));
        AssertValid(
            Excels.Write(
                FigureSheet.Of(
                    new Dictionary<string, Domain.ProgressReports.Figure>(),
                    _ => 1,
                    _ => null
                )
            )
        );
    }

    [Fact]
    public void Write_Export_CanBeReadFilteredAndPrinted()
    {
        using var file = SpreadsheetDocument.Open(
            new MemoryStream(Excels.Write("演示数据", Everything.Of([1, 2]))),
            isEditable: false
        );
        var sheet = Part(file, 0).Worksheet;
        var setup = sheet.GetFirstChild<PageSetup>()!;
        var pane = sheet.Descendants<Pane>().Single();
        var names = file.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().ToList();

        Assert.Equal(1d, pane.VerticalSplit!.Value);
        Assert.Equal(PaneStateValues.Frozen, pane.State!.Value);
        Assert.Equal("A1:J3", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Equal(9U, setup.PaperSize!.Value);
        Assert.Equal(OrientationValues.Landscape, setup.Orientation!.Value);
        Assert.Equal((1U, 0U), (setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.Equal(
            "'全部种类'!$1:$1",
            names.Single(n => n.Name == "_xlnm.Print_Titles").InnerText
        );
        Assert.Contains(
            "演示数据",
            sheet.Descendants<OddHeader>().Single().Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [30d, 14d, 10d, 12d, 10d, 13d, 13d, 21d, 25d, 8d],
            sheet
                .Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>()
                .Select(c => c.Width!.Value)
        );
        Assert.Equal("示例工作簿", file.PackageProperties.Title);
        Assert.Equal("示例单位", file.PackageProperties.Creator);
    }

    [Fact]
    public void Write_Formats_AreRealOnes()
    {
        using var file = SpreadsheetDocument.Open(
            new MemoryStream(Excels.Write(Everything.Of([1]))),
            isEditable: false
        );
        var styles = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var own = styles
            .NumberingFormats!.Elements<NumberingFormat>()
            .ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode!.Value!);
        var formats = styles.CellFormats!.Elements<CellFormat>().ToList();
        var row = Part(file, 0).Worksheet.Descendants<Row>().ToList()[1].Elements<Cell>().ToList();
        string FormatOf(int column)
        {
            var id = formats[(int)row[column].StyleIndex!.Value].NumberFormatId!.Value;
            return own.GetValueOrDefault(id) ?? id.ToString(CultureInfo.InvariantCulture);
        }

        Assert.Equal("49", FormatOf(1));
        Assert.Equal("3", FormatOf(2));
        Assert.Equal("4", FormatOf(3));
        Assert.Equal("4", FormatOf(4));
        Assert.Equal("yyyy-mm-dd", FormatOf(5));
        Assert.Equal("yyyy\"年\"m\"月\"", FormatOf(6));
        Assert.Equal("yyyy-mm-dd hh:mm:ss", FormatOf(7));
        Assert.Equal("yyyy-mm-dd hh:mm:ss.000", FormatOf(8));
        Assert.All(row.Skip(2).Take(7), c => Assert.Null(c.DataType));
    }

    [Fact]
    public void Write_Notes_SayWhatItIs()
    {
        var book = ExcelBook.Of(Excels.Write("演示数据，不代表任何真实地区", Everything.Of([1])));

        Assert.Contains(("导出时间", "2022年4月20日 09:00:00（北京时间）"), book.Facts);
        Assert.Contains(("金额", "单位：万元。当年安排的资金。"), book.Facts);
        Assert.Contains(("文字", "一段文字。"), book.Facts);
        Assert.StartsWith("示例工作簿\t", book.NotesText, StringComparison.Ordinal);
        Assert.Contains("演示数据，不代表任何真实地区", book.NotesText, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Package_HoldsNoMacrosAndNoLinks()
    {
        using var package = new ZipArchive(
            new MemoryStream(Excels.Write(Everything.Of([1]))),
            ZipArchiveMode.Read
        );

        Assert.Equal(
            [
                "[Content_Types].xml",
                "_rels/.rels",
                "docProps/core.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/styles.xml",
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet2.xml",
            ],
            package.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)
        );
    }

    internal static void AssertValid(byte[] content)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        Findings.None(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(file)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
        );
    }

    private static WorksheetPart Part(SpreadsheetDocument file, int index) =>
        (WorksheetPart)
            file.WorkbookPart!.GetPartById(
                file
                    .WorkbookPart.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                    .ElementAt(index)
                    .Id!
            );
}
