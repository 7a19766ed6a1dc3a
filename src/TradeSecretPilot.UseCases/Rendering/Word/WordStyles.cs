using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TradeSecretPilot.UseCases.Rendering.Word;

/// <summary>The styles of GB/T 9704-2012 as real Word styles, so that an edited document keeps its form.</summary>
internal static class WordStyles
{
    public const string Body = "Normal";
    public const string Flush = "Flush";
    public const string Title = "Title";
    public const string Agency = "Agency";
    public const string Number = "DocumentNumber";
    public const string CoverKind = "CoverKind";
    public const string CoverLine = "CoverLine";
    public const string ContentsTitle = "ContentsTitle";
    public const string AnnexLabel = "AnnexLabel";
    public const string Caption = "Caption";
    public const string TableHead = "TableHead";
    public const string TableText = "TableText";
    public const string Note = "Note";
    public const string Signature = "Signature";
    public const string Imprint = "Imprint";
    public const string Header = "Header";
    public const string Footer = "Footer";

    private const string FangSong = "仿宋_GB2312";
    private const string Kai = "楷体_GB2312";
    private const string Hei = "黑体";
    private const string Song = "宋体";
    private const string XiaoBiaoSong = "方正小标宋简体";
    private const string Latin = "Times New Roman";

    // Half-points and twentieths of a point, as Word counts.
    private const int Size1 = 52;
    private const int Size2 = 44;
    private const int Size3 = 32;
    private const int Size4 = 28;
    private const int Size5 = 21;
    private const int LinePitch = 580;

    /// <summary>发文机关标志, while it fits on one line.</summary>
    public const int AgencySize = 72;

    /// <summary>28 characters of 16 pt in 156 mm.</summary>
    private const int Condensed = -5;
    private const string Red = "D7000F";

    public static string HeadingStyle(int level) => $"Heading{level}";

    public static string ContentsStyle(int level) => $"TOC{level}";

    public static Styles Create()
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(Run(FangSong, Size3))),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            Line = $"{LinePitch}",
                            LineRule = LineSpacingRuleValues.Exact,
                        }
                    )
                )
            )
        );
        styles.Append(
            Style(Body, "正文", Run(FangSong, Size3, spacing: Condensed), Justified(indent: true)),
            Style(
                Flush,
                "正文顶格",
                Run(FangSong, Size3, spacing: Condensed),
                Justified(indent: false)
            ),
            Style(Title, "公文标题", Run(XiaoBiaoSong, Size2), Centered(after: LinePitch)),
            Style(
                Agency,
                "发文机关标志",
                Run(XiaoBiaoSong, AgencySize, Red),
                Centered(exact: false)
            ),
            Style(Number, "发文字号", Run(FangSong, Size3), Centered()),
            Style(
                CoverKind,
                "封面名称",
                Run(XiaoBiaoSong, Size1),
                Centered(exact: false, before: 2400)
            ),
            Style(CoverLine, "封面事项", Run(Kai, Size3), Plain(left: 1600)),
            Style(ContentsTitle, "目录标题", Run(Hei, Size2), Centered(after: LinePitch)),
            Style(AnnexLabel, "附件序号", Run(Hei, Size3), Plain()),
            Style(
                Caption,
                "表题",
                Run(Hei, 24),
                Centered(exact: false, before: 120, keepNext: true)
            ),
            Style(TableHead, "表头", Run(Hei, Size5), Centered(exact: false)),
            Style(TableText, "表格文字", Run(FangSong, Size5), Plain(exact: false)),
            Style(Note, "表注", Run(Kai, Size5), Plain(exact: false)),
            Style(
                Signature,
                "署名日期",
                Run(FangSong, Size3),
                [new KeepLines(), .. Ended(right: 1280)]
            ),
            Style(Imprint, "版记", Run(FangSong, Size4), Plain(exact: false)),
            Style(Header, "页眉", Run(Hei, 18), Centered(exact: false)),
            Style(Footer, "页码", Run(Song, Size4), Plain(exact: false))
        );
        string[] faces = [Hei, Kai, FangSong, FangSong];
        for (var level = 1; level <= Heading.Deepest; level++)
        {
            styles.Append(
                Style(
                    HeadingStyle(level),
                    $"heading {level}",
                    Run(faces[level - 1], Size3, spacing: Condensed),
                    [
                        new KeepNext(),
                        .. Justified(indent: true),
                        new OutlineLevel { Val = level - 1 },
                    ],
                    isHeading: true
                ),
                Style(
                    ContentsStyle(level),
                    $"toc {level}",
                    Run(level == 1 ? Hei : FangSong, Size4),
                    Plain(left: (level - 1) * 560)
                )
            );
        }

        return styles;
    }

    private static Style Style(
        string id,
        string name,
        IEnumerable<OpenXmlElement> run,
        IEnumerable<OpenXmlElement> paragraph,
        bool isHeading = false
    )
    {
        var style = new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == Body,
            CustomStyle = id is not (Body or Title or Caption or Header or Footer) && !isHeading,
        };
        style.Append(new StyleName { Val = name });
        if (id != Body)
        {
            style.Append(new BasedOn { Val = Body });
        }

        if (isHeading)
        {
            style.Append(new NextParagraphStyle { Val = Body });
        }

        style.Append(new PrimaryStyle());
        style.Append(new StyleParagraphProperties(paragraph));
        style.Append(new StyleRunProperties(run));
        return style;
    }

    private static List<OpenXmlElement> Run(
        string face,
        int halfPoints,
        string? colour = null,
        int spacing = 0
    ) =>
        [
            new RunFonts
            {
                Ascii = Latin,
                HighAnsi = Latin,
                EastAsia = face,
                ComplexScript = Latin,
            },
            .. colour is null ? Array.Empty<OpenXmlElement>() : [new Color { Val = colour }],
            .. spacing == 0 ? Array.Empty<OpenXmlElement>() : [new Spacing { Val = spacing }],
            new FontSize { Val = $"{halfPoints}" },
            new FontSizeComplexScript { Val = $"{halfPoints}" },
        ];

    private static List<OpenXmlElement> Justified(bool indent) =>
        [
            new Indentation { FirstLine = indent ? "632" : "0", FirstLineChars = indent ? 200 : 0 },
            new Justification { Val = JustificationValues.Both },
        ];

    private static List<OpenXmlElement> Centered(
        bool exact = true,
        int before = 0,
        int after = 0,
        bool keepNext = false
    ) =>
        [
            .. keepNext ? new OpenXmlElement[] { new KeepNext() } : [],
            OffGrid(),
            Spacing(exact, before, after),
            NoIndent(),
            new Justification { Val = JustificationValues.Center },
        ];

    private static List<OpenXmlElement> Plain(bool exact = true, int left = 0) =>
        [
            OffGrid(),
            Spacing(exact, 0, 0),
            new Indentation
            {
                Left = $"{left}",
                FirstLine = "0",
                FirstLineChars = 0,
            },
            new Justification { Val = JustificationValues.Left },
        ];

    private static List<OpenXmlElement> Ended(int right) =>
        [
            new Indentation
            {
                Right = $"{right}",
                FirstLine = "0",
                FirstLineChars = 0,
            },
            new Justification { Val = JustificationValues.Right },
        ];

    /// <summary>Only the running text stands on the page's 22 lines: the grid would pull small type apart and large type over two lines.</summary>
    private static SnapToGrid OffGrid() => new() { Val = false };

    private static Indentation NoIndent() => new() { FirstLine = "0", FirstLineChars = 0 };

    private static SpacingBetweenLines Spacing(bool exact, int before, int after) =>
        new()
        {
            Before = $"{before}",
            After = $"{after}",
            Line = exact ? $"{LinePitch}" : "240",
            LineRule = exact ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.Auto,
        };
}
