using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>Whatever people type is text in the document, never markup, and nothing of it is lost.</summary>
public sealed partial class UserTextTests
{
    /// <summary>Characters that mean something to the typesetter, and those that mean trouble.</summary>
    private static readonly string[] Pieces =
    [
        "\"",
        "'",
        "#",
        "$",
        "@",
        "\\",
        "`",
        "*",
        "_",
        "=",
        "<label>",
        "//注",
        "/*注*/",
        "[",
        "]",
        "{",
        "}",
        "~",
        "---",
        "\\u{1F600}",
        "#panic()",
        "#read(\"/etc/passwd\")",
        "#import \"@preview/a:1.0.0\"",
        "$x^2$",
        "&lt;",
        "%s",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u0007",
        "\u200b",
        "\u202e",
        "\ufeff",
        "㐀",
        "𠮷",
        "昇玥喆垚鄠硚",
        "①②⑳",
        "ⅣⅫ",
        "℃㎡",
        "é",
        "ñ",
        "“”‘’",
        "——",
        "……",
        "〔2022〕",
        "示例",
        "市场监管",
        "ABC",
        "123.45",
        " ",
        "　",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Nasty =>
        [
            "引号\"双\"与'单'，井号#标题，美元$x$，位置@名，反斜\\杠\\u{41}",
            "= 一级标题\n== 二级\n- 列表\n+ 编号\n/ 术语: 说明",
            "#set page(fill: red)\n#show: none\n#let x = 1",
            "```raw```、*粗*、_斜_、<label>、@ref、~不断行",
            "/* 注释 */ // 注释",
            "https://example.cn/path?query=1&x=%20#anchor",
            "עברית עם 中文 123",
            "العربية مع 中文 123",
            "😀🏭🔒 表情",
            "㐀𠮷 生僻字",
            "零宽\u200b\u200d连接\ufeff、方向\u202e倒置\u202c",
            "制表\t分隔\r\n换行\u2028分行\u0000结束",
            new string('长', 10_000),
            new string('W', 10_000),
            string.Concat(Enumerable.Repeat("https://", 2_000)),
        ];

    [Theory]
    [MemberData(nameof(Nasty))]
    public async Task Pdf_NastyText_StandsThereAsTyped(string text)
    {
        using var pdf = await PrintAsync(text);
        var seen = await pdf.TextAsync();
        Findings.None(
            CharactersOf(text)
                .Where(c => !CharactersOf(seen).Contains(c))
                .Select(c => $"U+{c.Value:X4} is missing")
        );
        if (!text.Any(c => c is >= '\u0590' and <= '\u08ff'))
        {
            AssertHolds(seen, text);
        }
    }

    [Fact]
    public async Task Pdf_BulletOfWord_IsARealOne()
    {
        using var pdf = await PrintAsync("\uf0b7 已有站点12个");

        var text = PdfTools.Squeeze(await pdf.TextAsync());
        Assert.Contains("•已有站点12个", text, StringComparison.Ordinal);
        Assert.DoesNotContain("〓", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_CharactersWithoutGlyph_ArePrintedAsGaps_AndNamedInANote()
    {
        using var pdf = await PrintAsync("姓名ก示例，私用\ue123，备用\U000f0001", "又一处ข");

        var text = PdfTools.Squeeze(await pdf.TextAsync());
        Assert.Contains("姓名〓示例，私用〓，备用〓", text, StringComparison.Ordinal);
        Assert.Contains("又一处〓", text, StringComparison.Ordinal);
        Assert.Contains("注：正文中的“〓”代替字体无法显示的字符", text, StringComparison.Ordinal);
        Assert.All(
            (string[])["U+0E01", "U+0E02", "U+E123", "U+F0001"],
            code => Assert.Contains(code, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Pdf_WhatTheCheckAccepts_NeedsNoGap()
    {
        var accepted = Enumerable
            .Range(0x20, 0x2ffff)
            .Where(Rune.IsValid)
            .Select(c => new Rune(c))
            .Where(r => Characters.Unprintable(r.ToString()).Count == 0)
            .ToList();
        var random = new Random(20220420);
        var text = string.Concat(random.GetItems(accepted.ToArray(), 3000));

        using var pdf = await PrintAsync(text);

        Assert.DoesNotContain(
            "代替字体无法显示的字符",
            await pdf.TextAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Pdf_AnyMixture_StandsThereAsTyped()
    {
        // One document for many mixtures: what matters is that none of them spills into its neighbours.
        var mixtures = Gen.Elements(Pieces)
            .ListOf(12)
            .Select(string.Concat)
            .Sample(300, 12)
            .ToList();
        using var pdf = await PrintAsync([.. mixtures]);
        var seen = await pdf.TextAsync();
        Assert.All(mixtures, text => AssertHolds(seen, text));
    }

    [Fact]
    public void Word_AnyMixture_StandsThereAsTyped()
    {
        var mixtures = Gen.Elements(Pieces)
            .ListOf(12)
            .Select(string.Concat)
            .Sample(300, 12)
            .ToList();
        var seen = PdfTools.Squeeze(WordFile.TextOf(WordFile.Write(DocumentOf([.. mixtures]))));
        Assert.All(mixtures, text => AssertHolds(seen, text));
    }

    private static void AssertHolds(string seen, string typed)
    {
        // Long texts run over pages, whose numbers come in between.
        var text = PageNumber().Replace(seen, "");
        Assert.All(
            PrintableText.Of(typed).Split('\n').Select(PdfTools.Squeeze),
            line => Assert.Contains(PageNumber().Replace(line, ""), text, StringComparison.Ordinal)
        );
    }

    [System.Text.RegularExpressions.GeneratedRegex("—\\d+—")]
    private static partial System.Text.RegularExpressions.Regex PageNumber();

    private static HashSet<Rune> CharactersOf(string text) =>
        [
            .. PrintableText
                .Of(text)
                .EnumerateRunes()
                .Where(r => !Rune.IsWhiteSpace(r) && r.Value != 0x200b)
                // Arabic letters come back in the shape they have in their word.
                .Where(r => r.Value is < 0x600 or > 0x6ff),
        ];

    private static OfficialDocument DocumentOf(params string[] texts) =>
        SampleDocuments.Basic(DocumentForm.Paper) with
        {
            Verification = null,
            Body =
            [
                .. texts.Select(t => new Paragraph(t)),
                new FactTable([.. texts.Take(5).Select(t => new Fact("事项", t))]),
                new Table(
                    [new("甲", 30), new("乙", 70)],
                    [.. texts.Take(5).Select(t => (IReadOnlyList<string>)["示例", t])]
                ),
            ],
        };

    private static async Task<PdfTools> PrintAsync(params string[] texts)
    {
        var printed = await new DocumentPrinter(
            TestDocuments.Renderer,
            TestDocuments.Options
        ).PrintAsync(DocumentOf(texts), FileFormat.Pdf, Ct);
        Assert.True(printed.Refusal is null, printed.Refusal?.En);
        return PdfTools.Of(printed.Value.Content);
    }
}
