using System.Globalization;
using System.Xml.Linq;
using BigGustave;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>GB/T 9704-2012, measured on the page. Millimetres.</summary>
public sealed class LayoutTests
{
    private const double Left = 28;
    private const double Top = 37;
    private const double TypeWidth = 156;
    private const double TypeHeight = 225;
    private const double Tolerance = 0.6;
    private const int LinesOnPage = 22;
    private const int CharactersInLine = 28;
    private const double Point = 25.4 / 72;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Body_FullPage_Has22LinesOf28Characters()
    {
        using var pdf = await PrintAsync(SampleDocuments.Paper);

        // Page 2 holds nothing but body; page numbers and stamp stand below the type area.
        var lines = (await pdf.WordsAsync(2))
            .Where(w => w.Bottom < Top + TypeHeight + 1)
            .OrderBy(w => w.Top)
            .ToList();

        Assert.Equal(LinesOnPage, lines.Count);
        var full = lines.Where(l => l.Text.Length == CharactersInLine).ToList();
        Assert.True(full.Count > 10);
        Assert.All(
            full,
            line =>
            {
                Assert.InRange(line.Left, Left - Tolerance, Left + Tolerance);
                Assert.InRange(
                    line.Right,
                    Left + TypeWidth - Tolerance,
                    Left + TypeWidth + Tolerance
                );
            }
        );
        Assert.All(
            lines.Zip(lines.Skip(1), (a, b) => b.Top - a.Top),
            pitch =>
                Assert.InRange(
                    pitch,
                    (TypeHeight / LinesOnPage) - 0.05,
                    (TypeHeight / LinesOnPage) + 0.05
                )
        );
        Assert.InRange(lines[0].Top, Top - 1, Top + 1);
        Assert.InRange(lines[^1].Bottom, Top + TypeHeight - 6, Top + TypeHeight + 1);
        // A paragraph begins two characters in.
        var first = lines.First(l => l.Text.Length == CharactersInLine - 2);
        Assert.InRange(
            first.Left,
            Left + (2 * TypeWidth / CharactersInLine) - Tolerance,
            Left + (2 * TypeWidth / CharactersInLine) + Tolerance
        );
    }

    [Fact]
    public async Task PageNumbers_StandOutside_SevenMillimetresBelow()
    {
        using var pdf = await PrintAsync(SampleDocuments.Paper);
        for (var page = 1; page <= 2; page++)
        {
            var number = (await pdf.WordsAsync(page)).Single(w =>
                w.Top > Top + TypeHeight && w.Text == page.ToString(CultureInfo.InvariantCulture)
            );
            Assert.InRange(number.Top, Top + TypeHeight + 5, Top + TypeHeight + 9);
            Assert.Equal(page % 2 == 1, number.Left > Left + (TypeWidth / 2));
        }
    }

    [Fact]
    public async Task Faces_FollowTheRoles()
    {
        using var pdf = await PrintAsync(SampleDocuments.Paper);
        var styles = await StylesAsync(pdf);

        Assert.Equal(("NotoSerifCJKsc", 22), styles("2022年下半年工作进展情况报告"));
        Assert.Equal(("NotoSansCJKsc", 16), styles("一、一级标题"));
        Assert.Equal(("FandolKai", 16), styles("（一）二级标题"));
        Assert.Equal(("FandolFang", 16), styles("三级标题"));
        Assert.Equal(("FandolFang", 16), styles("商业秘密保护创新试点工作方案示例商"));
    }

    [Fact]
    public async Task Letter_HasRedHeadAndRules_AndNoNumberOnItsFirstPage()
    {
        using var pdf = await PrintAsync(SampleDocuments.Letter);
        var words = await pdf.WordsAsync(1);
        var rules = await RedRulesAsync(pdf);

        // 10.1: 首条双线在标志下4 mm，末条距下页边20 mm，长170 mm，首页不显示页码.
        Assert.Equal(2, rules.Count);
        Assert.InRange(rules[0].Y, 40, 55);
        Assert.InRange(rules[1].Y, 297 - 20 - 2, 297 - 20 + 1);
        Assert.All(rules, rule => Assert.InRange(rule.Width, 168, 172));
        var agency = words.Single(w => w.Text == "示例省市场监督管理局" && w.Top < 50);
        Assert.InRange(agency.Bottom, 36, rules[0].Y + 1);
        Assert.DoesNotContain(words, w => w.Text == "1" && w.Top > 260);
        Assert.Contains(await pdf.WordsAsync(2), w => w.Text == "2" && w.Top > 260);
        // 印发机关 is left out, 抄送 stands at the end.
        var text = await pdf.TextAsync();
        Assert.Contains("抄送：示例市人民政府", text, StringComparison.Ordinal);
        Assert.DoesNotContain("印发", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_HasRedHead35MillimetresDown_AndItsImprintLast()
    {
        using var pdf = await PrintAsync(SampleDocuments.Notice);
        var agency = (await pdf.WordsAsync(1)).Single(w => w.Text == "国家市场监督管理总局文件");
        Assert.InRange(agency.Top, Top + 35 - 4, Top + 35 + 4);
        var rule = Assert.Single(await RedRulesAsync(pdf));
        Assert.InRange(rule.Width, TypeWidth - 1, TypeWidth + 1);

        var pages = await pdf.PagesAsync();
        var last = await pdf.WordsAsync(pages.Count);
        var imprint = last.Single(w => w.Text == "市场监管总局办公厅");
        Assert.InRange(imprint.Bottom, Top + TypeHeight - 8, Top + TypeHeight + 1);
    }

    [Fact]
    public async Task Signature_DateEndsFourCharactersIn_UnderItsIssuer()
    {
        using var pdf = await PrintAsync(SampleDocuments.Letter);
        var words = await pdf.WordsAsync(1);
        var by = words.Last(w => w.Text == "示例市人民政府");
        var date = words
            .Where(w => w.Top > by.Bottom - 1 && w.Top < by.Bottom + 12 && w.Left > 100)
            .ToList();
        var right = date.Max(w => w.Right);
        Assert.InRange(
            right,
            Left + TypeWidth - (4 * TypeWidth / CharactersInLine) - 1.5,
            Left + TypeWidth - (4 * TypeWidth / CharactersInLine) + 1.5
        );
        var middle = (date.Min(w => w.Left) + right) / 2;
        Assert.InRange((by.Left + by.Right) / 2, middle - 1.5, middle + 1.5);
    }

    [Fact]
    public async Task AnnexHead_LabelIsFlushInTheFirstLine_TitleInTheThird()
    {
        using var pdf = await PrintAsync(SampleDocuments.Letter);
        var words = await pdf.WordsAsync(2);
        var label = words.First(w => w.Text == "附件");
        var title = words.First(w => w.Text == "推荐地区名单");
        Assert.InRange(label.Left, Left - 1, Left + 2);
        Assert.InRange(label.Top, Top - 1, Top + 6);
        Assert.InRange(
            title.Top,
            Top + (2 * TypeHeight / LinesOnPage) - 8,
            Top + (2 * TypeHeight / LinesOnPage) + 8
        );
        Assert.InRange(
            (title.Left + title.Right) / 2,
            Left + (TypeWidth / 2) - 2,
            Left + (TypeWidth / 2) + 2
        );
    }

    [Fact]
    public async Task Signature_WhereverThePageEnds_TakesTextWithIt()
    {
        foreach (var lines in Enumerable.Range(12, 8))
        {
            using var pdf = await PrintAsync(
                SampleDocuments.Basic(DocumentForm.Paper) with
                {
                    Body =
                    [
                        .. Enumerable.Range(1, lines).Select(i => new Paragraph($"正文第{i}行。")),
                    ],
                }
            );
            var last = (await pdf.PagesAsync())[^1];
            Assert.Contains("示例市人民政府", last, StringComparison.Ordinal);
            Assert.Contains($"正文第{lines}行。", last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TableNoteAndSignature_WhereverThePageEnds_StandBeneathARow()
    {
        foreach (var rows in Enumerable.Range(22, 10))
        {
            using var pdf = await PrintAsync(
                SampleDocuments.Basic(DocumentForm.Sheet) with
                {
                    Body = [SampleDocuments.Table(rows)],
                }
            );
            var page = (await pdf.PagesAsync()).Single(p =>
                p.Contains("示例说明。", StringComparison.Ordinal)
            );
            Assert.Contains($"示例事项{rows}", page, StringComparison.Ordinal);
            Assert.Contains("2022年4月20日", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LongTable_RepeatsItsHeadOnEveryPage()
    {
        using var pdf = await PrintAsync(SampleDocuments.Sheet);
        var pages = (await pdf.PagesAsync())
            .Where(p => p.Contains("示例事项", StringComparison.Ordinal))
            .ToList();
        Assert.True(pages.Count >= 2);
        Assert.All(pages, page => Assert.Contains("序号名称数量", page, StringComparison.Ordinal));
        Assert.Equal(
            60,
            pages.Sum(p => System.Text.RegularExpressions.Regex.Count(p, "示例事项\\d+"))
        );
    }

    [Theory]
    [InlineData("paper", 2)]
    [InlineData("plan", 3)]
    [InlineData("letter", 2)]
    [InlineData("notice", 1)]
    [InlineData("sheet", 1)]
    public async Task Pages_LookAsTheyDid(string name, int pages)
    {
        var document = name switch
        {
            "paper" => SampleDocuments.Paper,
            "plan" => SampleDocuments.Plan,
            "letter" => SampleDocuments.Letter,
            "notice" => SampleDocuments.Notice,
            _ => SampleDocuments.Sheet,
        };
        using var pdf = await PrintAsync(document);
        for (var page = 1; page <= pages; page++)
        {
            await GoldenPage.CompareAsync(
                $"{name}-{page}",
                await pdf.PictureAsync(page, GoldenPage.DotsPerInch)
            );
        }
    }

    private static async Task<PdfTools> PrintAsync(OfficialDocument document) =>
        PdfTools.Of(
            (
                await new DocumentPrinter(TestDocuments.Renderer, TestDocuments.Options).PrintAsync(
                    document,
                    FileFormat.Pdf,
                    Ct
                )
            )
                .Value
                .Content
        );

    /// <summary>Face and size in points of the first text that begins so.</summary>
    private static async Task<Func<string, (string Face, int Size)>> StylesAsync(PdfTools pdf)
    {
        var xml = XDocument.Parse(await pdf.XmlAsync());
        var fonts = xml.Descendants("fontspec")
            .ToDictionary(
                f => f.Attribute("id")!.Value,
                f =>
                    (
                        f.Attribute("family")!
                            .Value.Split('+')[^1]
                            .Replace("-Identity-H", "", StringComparison.Ordinal),
                        int.Parse(f.Attribute("size")!.Value, CultureInfo.InvariantCulture)
                    )
            );
        var texts = xml.Descendants("text").ToList();
        return start =>
            fonts[
                texts
                    .First(t =>
                        t.Value.Replace(" ", "", StringComparison.Ordinal)
                            .Contains(start, StringComparison.Ordinal)
                    )
                    .Attribute("font")!
                    .Value
            ];
    }

    /// <summary>The red lines of the first page, from the top: where, and how long.</summary>
    private static async Task<List<(double Y, double Width)>> RedRulesAsync(PdfTools pdf)
    {
        const int DotsPerInch = 150;
        const double Pixel = 25.4 / DotsPerInch;
        var picture = Png.Open(await pdf.PictureAsync(1, DotsPerInch, colour: true));
        var rows = new List<(double Y, double Width)>();
        for (var y = 0; y < picture.Height; y++)
        {
            var red = Enumerable
                .Range(0, picture.Width)
                .Select(x => picture.GetPixel(x, y))
                .Count(p => p.R > 150 && p.G < 110 && p.B < 110);
            if (red * Pixel > 120)
            {
                rows.Add((y * Pixel, red * Pixel));
            }
        }

        // Rows next to one another are one rule, a double line too.
        return
        [
            .. rows.Where((row, i) => i == 0 || row.Y - rows[i - 1].Y > 3)
                .Select(start =>
                    (
                        start.Y,
                        rows.Where(r => r.Y >= start.Y && r.Y < start.Y + 3).Max(r => r.Width)
                    )
                ),
        ];
    }
}
