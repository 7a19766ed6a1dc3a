using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Rendering.Excel;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>Files that somebody chose: what is no filled-in template is refused in plain words, and nothing makes the reader fall.</summary>
public sealed class ExcelReaderTests
{
    private static readonly byte[] Compound =
    [
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        .. new byte[512],
    ];

    private static readonly byte[] Template = Excels.Write(
        MeasureSheet.Of([new Measure { Id = Guid.NewGuid(), Title = "（示例）甲" }])
    );

    public static TheoryData<string, string, byte[]> Strangers =>
        new()
        {
            { "renamed .xls", "Import.OldFormat", Compound },
            {
                "password",
                "Import.Encrypted",
                [.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]
            },
            { "empty", "Import.Broken", [] },
            { "text", "Import.Broken", Encoding.UTF8.GetBytes("序号,举措名称\n1,甲") },
            { "cut off", "Import.Broken", Template[..(Template.Length / 2)] },
            {
                "zip of something else",
                "Import.Broken",
                Zip(("word/document.xml", "<a/>"u8.ToArray()))
            },
            {
                "no workbook inside",
                "Import.Broken",
                Zip(("xl/workbook.xml", "<nonsense/>"u8.ToArray()))
            },
            {
                "zip bomb",
                "Import.TooMuchInside",
                Zip(
                    ("xl/workbook.xml", "<a/>"u8.ToArray()),
                    ("xl/worksheets/sheet1.xml", new byte[40 * 1024 * 1024])
                )
            },
            {
                "thousand parts",
                "Import.TooMuchInside",
                Zip([.. Enumerable.Range(0, 1000).Select(i => ($"xl/p{i}.xml", new byte[1]))])
            },
            {
                "entities that multiply",
                "Import.Broken",
                Replace(
                    Template,
                    "xl/worksheets/sheet1.xml",
                    """<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""
                )
            },
            {
                "rows without end",
                "Import.TooFarDown",
                Replace(
                    Template,
                    "xl/worksheets/sheet1.xml",
                    """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="900000"><c r="A900000" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>"""
                )
            },
            { "another list", "Import.NotOurs", Excels.Filled("申报", ["申报编号"], ["1"]) },
            { "the other template", "Import.NotOurs", Excels.Write(SupportSheet.Of([])) },
            { "nothing filled in", "Import.NothingFilled", Excels.Write(MeasureSheet.Of([])) },
            { "too large", "Import.TooLarge", new byte[WorkbookReader.MaxBytes + 1] },
        };

    /// <summary>A few bytes that would keep a reader busy for seconds or hours.</summary>
    [Theory]
    [InlineData("maxrow.xlsx", "Import.TooFarDown", "第2147483647行")]
    [InlineData("sparse.xlsx", "Import.TooFar", "1")]
    [InlineData("xfdrows.xlsx", "Import.TooFar", "")]
    [InlineData("ampl20.xlsx", "Import.", "")]
    [InlineData("justzip.xlsx", "Import.Broken", "")]
    public void Read_FarTooMuch_RefusedAtOnce(string name, string code, string says)
    {
        var content = CaseFile.Read(name);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var refusal = WorkbookReader.Read(content, TestContext.Current.CancellationToken).Refusal;

        Assert.StartsWith(code, refusal?.Code, StringComparison.Ordinal);
        Assert.Contains(says, refusal!.Zh, StringComparison.Ordinal);
        // A figure of seconds, not a measurement: before, these took from four to thousands.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{name}: {watch.Elapsed}");
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Read_Stranger_RefusedInBothLanguages(string name, string code, byte[] content)
    {
        var refusal = MeasureSheet.Read(content, TestContext.Current.CancellationToken).Refusal;

        Assert.True(code == refusal?.Code, $"{name}: {refusal?.Code}");
        AssertWellWorded(refusal!);
    }

    [Fact]
    public void Read_DamagedBytes_NeverFalls()
    {
        var random = new Random(20220420);
        for (var i = 0; i < 400; i++)
        {
            var damaged = Template.ToArray();
            for (var flips = random.Next(1, 20); flips > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            Assert.NotNull(MeasureSheet.Read(damaged, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Read_DamagedXml_NeverFalls()
    {
        var random = new Random(20220420);
        var sheet = Unzip(Template, "xl/worksheets/sheet1.xml");
        for (var i = 0; i < 400; i++)
        {
            var damaged = sheet.ToCharArray();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] = "<>/\"='19Azr t"[random.Next(13)];
            }

            Assert.NotNull(
                MeasureSheet.Read(
                    Replace(Template, "xl/worksheets/sheet1.xml", new string(damaged)),
                    TestContext.Current.CancellationToken
                )
            );
        }
    }

    [Fact]
    public void Read_Formula_ByItsValue()
    {
        var content = Edit(
            Excels.Write(
                SupportSheet.Of([new SupportLine { Year = 2023, Level = GovernmentLevel.City }])
            ),
            sheet =>
            {
                var funding = CellAt(sheet, "E4");
                funding.CellFormula = new CellFormula("1000+234.5");
                funding.CellValue = new CellValue("1234.5000000000002");
            }
        );

        var line = Assert
            .Single(
                SupportSheet
                    .Read(content, [2022, 2023], TestContext.Current.CancellationToken)
                    .Value.Rows
            )
            .Line;
        Assert.Equal(1234.5m, line.Funding);
    }

    [Fact]
    public void Read_FormulaNeverCalculated_IsAProblem()
    {
        // Programs that do not calculate write a formula alone: it must not be taken for an empty cell.
        var content = Edit(
            Template,
            sheet => CellAt(sheet, "F4").CellFormula = new CellFormula("B4&\"办法\"")
        );

        Assert.Equal(
            "F4",
            Assert
                .Single(
                    MeasureSheet.Read(content, TestContext.Current.CancellationToken).Value.Problems
                )
                .Cell
        );
    }

    [Fact]
    public void Read_FormulaWithoutValue_IsAProblem()
    {
        var content = Edit(
            Excels.Write(
                SupportSheet.Of([new SupportLine { Year = 2023, Level = GovernmentLevel.City }])
            ),
            sheet =>
            {
                var funding = CellAt(sheet, "E4");
                funding.CellFormula = new CellFormula("1/0");
                funding.DataType = CellValues.Error;
                funding.CellValue = new CellValue("#DIV/0!");
            }
        );

        var problem = Assert.Single(
            SupportSheet
                .Read(content, [2022, 2023], TestContext.Current.CancellationToken)
                .Value.Problems
        );
        Assert.Equal((4, "E4"), (problem.Row, problem.Cell));
        Assert.Equal("第4行“资金”是公式的错误值，请改正公式或直接填写。", problem.Zh);
    }

    [Fact]
    public void Read_SharedStrings_AsExcelSavesThem()
    {
        // Excel moves texts into a table of their own when it saves.
        var content = Edit(
            Template,
            sheet =>
            {
                var book = sheet.WorksheetPart!.OpenXmlPackage as SpreadsheetDocument;
                var table = book!.WorkbookPart!.AddNewPart<SharedStringTablePart>();
                table.SharedStringTable = new SharedStringTable();
                foreach (
                    var cell in sheet.Descendants<Cell>().Where(c => c.InlineString is not null)
                )
                {
                    var text = cell.InlineString!.InnerText;
                    cell.InlineString = null;
                    cell.DataType = CellValues.SharedString;
                    cell.CellValue = new CellValue(table.SharedStringTable.Count());
                    table.SharedStringTable.AppendChild(new SharedStringItem(new Text(text)));
                }
            }
        );

        Assert.Equal(
            "（示例）甲",
            Assert
                .Single(
                    MeasureSheet.Read(content, TestContext.Current.CancellationToken).Value.Rows
                )
                .Measure.Title
        );
    }

    [Fact]
    public void Read_RowsLeftOutOfTheFile_KeepTheirNumbers()
    {
        var content = Edit(
            Excels.Write(
                MeasureSheet.Of([
                    new Measure { Id = Guid.NewGuid(), Title = "甲" },
                    new Measure { Id = Guid.NewGuid(), Title = "乙" },
                ])
            ),
            sheet => sheet.Descendants<Row>().Single(r => r.RowIndex! == 4U).Remove()
        );

        var line = Assert.Single(
            MeasureSheet.Read(content, TestContext.Current.CancellationToken).Value.Rows
        );
        Assert.Equal((5, "乙"), (line.Row, line.Measure.Title));
    }

    [Fact]
    public void Read_OtherSheetName_OrderOfColumnsAndBlanksInHeads_FindsTheTable()
    {
        var content = Excels.Filled(
            "Sheet1",
            ["场所设施等", " 层 级 ", "资金（万元）", "人员(人)", "年度"],
            ["服务站", "市级", 12.5, 3, 2023]
        );

        Assert.Equal(
            new SupportLine
            {
                Year = 2023,
                Level = GovernmentLevel.City,
                Staff = 3,
                Funding = 12.5m,
                Facilities = "服务站",
            },
            Assert
                .Single(
                    SupportSheet
                        .Read(content, [2023], TestContext.Current.CancellationToken)
                        .Value.Rows
                )
                .Line
        );
    }

    internal static byte[] Edit(byte[] content, Action<Worksheet> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var file = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var id =
                file.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                    .First()
                    .Id!;
            edit(((WorksheetPart)file.WorkbookPart.GetPartById(id!)).Worksheet);
        }

        return stream.ToArray();
    }

    internal static Cell CellAt(Worksheet sheet, string reference) =>
        sheet.Descendants<Cell>().Single(c => c.CellReference == reference);

    internal static void AssertWellWorded(Refusal refusal)
    {
        Assert.EndsWith("。", refusal.Zh, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.En, StringComparison.Ordinal);
        Assert.DoesNotContain("。。", refusal.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("..", refusal.En, StringComparison.Ordinal);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static string Unzip(byte[] content, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        using var reader = new StreamReader(archive.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Replace(byte[] content, string part, string xml)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(xml);
        }

        return stream.ToArray();
    }
}
