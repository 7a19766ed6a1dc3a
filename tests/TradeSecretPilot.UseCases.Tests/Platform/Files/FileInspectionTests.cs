using System.IO.Compression;
using System.Text;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Tests.Rendering;

namespace TradeSecretPilot.UseCases.Tests.Platform.Files;

/// <summary>A file is what its name says and carries nothing that acts, or it is not taken.</summary>
public sealed class FileInspectionTests
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private const string Office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("macro.docx", "Attachment.HasMacros")]
    [InlineData("polyglot.pdf", "Attachment.HasScripts")]
    [InlineData("compressed-script.pdf", "Attachment.HasScripts")]
    [InlineData("html.png", "Attachment.NotReadable")]
    [InlineData("justzip.xlsx", "Attachment.NotReadable")]
    public void Inspect_CaseOfAStranger_Refused(string name, string code) =>
        Assert.Equal(
            code,
            Inspect(
                name,
                File.ReadAllBytes(
                    Path.Combine(AppContext.BaseDirectory, "Platform/Files/Cases", name)
                )
            )
        );

    public static TheoryData<string, string, string, string> Parts =>
        new()
        {
            {
                "macro-enabled type",
                "[Content_Types].xml",
                "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>",
                "Attachment.HasMacros"
            },
            { "control", "word/activeX/activeX1.xml", "<a/>", "Attachment.HasMacros" },
            { "object", "word/embeddings/oleObject1.bin", "x", "Attachment.HasEmbedded" },
            {
                "template from elsewhere",
                "word/_rels/settings.xml.rels",
                $"<Relationships xmlns='{Package}'><Relationship Id='r1' Type='{Office}/attachedTemplate' Target='http://example.invalid/a.dotm' TargetMode='External'/></Relationships>",
                "Attachment.HasExternalLinks"
            },
            {
                "DDE field",
                "word/header1.xml",
                $"<w:hdr xmlns:w='{Word}'><w:instrText> DDEAUTO c:\\\\x.exe </w:instrText></w:hdr>",
                "Attachment.HasExternalLinks"
            },
            {
                "DDE field in pieces",
                "word/header1.xml",
                $"<w:hdr xmlns:w='{Word}'><w:fldChar w:fldCharType='begin'/><w:instrText> DD</w:instrText><w:instrText>EAUTO x</w:instrText></w:hdr>",
                "Attachment.HasExternalLinks"
            },
            {
                "other field before one that only names DDE",
                "word/header1.xml",
                $"<w:hdr xmlns:w='{Word}'><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='begin'/><w:instrText>REF DDE</w:instrText></w:hdr>",
                ""
            },
            {
                "DDE simple field",
                "word/footer1.xml",
                $"<w:ftr xmlns:w='{Word}'><w:fldSimple w:instr='DDE x y'/></w:ftr>",
                "Attachment.HasExternalLinks"
            },
            { "damaged part", "word/footer1.xml", "<w:ftr", "Attachment.NotReadable" },
            {
                "link that a reader may follow",
                "word/_rels/document.xml.rels",
                $"<Relationships xmlns='{Package}'><Relationship Id='r1' Type='{Office}/hyperlink' Target='http://example.invalid/' TargetMode='External'/></Relationships>",
                ""
            },
            { "workbook of a chart", "word/embeddings/Workbook1.xlsx", "x", "" },
        };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Inspect_Word_ByWhatItHolds(string what, string part, string text, string code)
    {
        Assert.NotEmpty(what);
        Assert.Equal(code, Inspect("示例.docx", Docx((part, text))) ?? "");
    }

    [Fact]
    public void Inspect_WorkbookLinkedToAnother_Refused() =>
        Assert.Equal(
            "Attachment.HasExternalLinks",
            Inspect(
                "示例.xlsx",
                Zip(
                    ("[Content_Types].xml", "<Types/>"),
                    ("xl/workbook.xml", "<workbook/>"),
                    ("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                )
            )
        );

    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert(1))>>", "Attachment.HasScripts")]
    [InlineData("/OpenAction<</S/Launch/F(x.exe)>>", "Attachment.HasScripts")]
    [InlineData("/AA<</WC<</S/JavaScript/JS(x)>>>>", "Attachment.HasScripts")]
    [InlineData("/Names<</EmbeddedFiles<</Names[]>>>>", "Attachment.HasEmbedded")]
    [InlineData("/Names<</Dests<</Names[]>>>>", "")]
    public void Inspect_Pdf_ByWhatItsCatalogHolds(string entry, string code)
    {
        var plain = Encoding.Latin1.GetString(PdfFile.Of("x"));
        // The table of places stays right: the stream before the end makes room.
        var changed = plain.Replace(
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Catalog/Pages 2 0 R{entry}>>",
            StringComparison.Ordinal
        );

        Assert.Equal(code, Inspect("示例.pdf", Encoding.Latin1.GetBytes(changed)) ?? "");
    }

    [Theory]
    [InlineData("示例.pdf")]
    [InlineData("示例.docx")]
    [InlineData("示例.xlsx")]
    [InlineData("示例.png")]
    [InlineData("示例.jpg")]
    public void Inspect_HeadAlone_Refused(string name)
    {
        byte[] head = Path.GetExtension(name) switch
        {
            ".pdf" => [.. "%PDF-1.7"u8],
            ".png" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            ".jpg" => [0xFF, 0xD8, 0xFF, 0xE0],
            _ => [0x50, 0x4B, 0x03, 0x04],
        };

        Assert.Equal("Attachment.NotReadable", Inspect(name, [.. head, .. new byte[100]]));
    }

    [Fact]
    public void Inspect_PictureCutOff_Refused_Whole_Taken()
    {
        var picture = BigGustave.PngBuilder.Create(40, 30, false).Save();

        Assert.Null(Inspect("示例.png", picture));
        Assert.Equal(
            "Attachment.NotReadable",
            Inspect("示例.png", picture[..(picture.Length / 2)])
        );
    }

    private static string? Inspect(string name, byte[] content) =>
        FileInspection.Inspect(name, new MemoryStream(content))?.Code;

    private static byte[] Docx((string Name, string Text) part) =>
        Zip([
            .. new (string Name, string Text)[]
            {
                ("[Content_Types].xml", "<Types/>"),
                ("word/document.xml", $"<w:document xmlns:w='{Word}'/>"),
            }.Where(p => p.Name != part.Name),
            part,
        ]);

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
