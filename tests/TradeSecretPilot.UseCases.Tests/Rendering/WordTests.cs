using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>Word files that are edited on: real styles, no fault, and the same text as the PDF.</summary>
public sealed class WordTests(TestDatabases databases)
{
    public static TheoryData<string> Names =>
        ["application", "letter", "outcome-selected", "report", "summary"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Word_OfADocument_IsSoundAndStyled(string name)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var file = (await DocumentGallery.All[name](world, FileFormat.Word)).Value;

        Assert.EndsWith(".docx", file.Name, StringComparison.Ordinal);
        Findings.None(WordFile.Faults(file.Content));
        var styles = WordFile.StylesOf(file.Content);
        var paragraphs = WordFile.ParagraphsOf(file.Content);
        Assert.All(
            paragraphs.Where(p => p.Style.Length > 0),
            p => Assert.Contains(p.Style, styles)
        );
        Assert.Contains(paragraphs, p => p.Style == "Title");
    }

    [Theory]
    [InlineData("application", "Heading1", "一、基础和优势")]
    [InlineData("application", "Heading2", "（三）各级政府人财物支持")]
    [InlineData("application", "TOC1", "二、重点任务和创新举措")]
    [InlineData("application", "TableHead", "对应子任务")]
    [InlineData("report", "Heading2", "（一）加强商业秘密保护制度创新")]
    [InlineData("letter", "Agency", "浙江省市场监督管理局")]
    [InlineData("letter", "DocumentNumber", "示例函330000")]
    public async Task Word_Parts_HaveTheirStyle(string name, string style, string text)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var file = (await DocumentGallery.All[name](world, FileFormat.Word)).Value;
        Assert.Contains((style, text), WordFile.ParagraphsOf(file.Content));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Word_OpenedByLibreOffice_SaysWhatThePdfSays(string name)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var word = (await DocumentGallery.All[name](world, FileFormat.Word)).Value;
        using var pdf = PdfTools.Of(
            (await DocumentGallery.All[name](world, FileFormat.Pdf)).Value.Content
        );
        using var opened = PdfTools.Of(await OfficeAsync(word.Content));

        // The contents lead there by dots and page numbers, which Word adds when it is asked to.
        var said = (await opened.TextAsync()).ToHashSet();
        Findings.None(
            PdfTools
                .WithoutFeet(await pdf.TextAsync())
                .Distinct()
                .Where(c => !said.Contains(c) && !"·\u2060—0123456789".Contains(c))
                .Select(c => c.ToString())
        );
    }

    [Fact]
    public async Task Word_OpenedByLibreOffice_HasItsCoverOnOnePage_AndTextAboveTheSignature()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var word = (await DocumentGallery.All["application"](world, FileFormat.Word)).Value;
        using var opened = PdfTools.Of(await OfficeAsync(word.Content));

        var pages = await opened.PagesAsync();
        Assert.Contains("申报批次", pages[0], StringComparison.Ordinal);
        Assert.Contains("版本", pages[0], StringComparison.Ordinal);
        Assert.StartsWith("目", pages[1], StringComparison.Ordinal);
        Assert.True(pages[^1].Length > 60, $"The signature stands alone: {pages[^1]}");
    }

    /// <summary>The file as LibreOffice understands it, as a PDF.</summary>
    private static async Task<byte[]> OfficeAsync(byte[] word)
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("pilot-office-");
        try
        {
            var file = Path.Combine(folder.FullName, "document.docx");
            await File.WriteAllBytesAsync(file, word, ct);
            await PdfTools.RunAsync(
                "soffice",
                $"-env:UserInstallation=file://{folder.FullName}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.FullName,
                file
            );
            return await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "document.pdf"), ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
