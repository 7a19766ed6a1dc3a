using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>How a cell looks. The number is its place among the formats of the style sheet.</summary>
internal enum CellLook : uint
{
    Plain = 0,
    Head,
    Hint,
    Text,

    /// <summary>Text that begins as a formula does: it stays text also when it is edited.</summary>
    Quoted,
    Code,
    QuotedCode,
    Whole,
    Year,
    Amount,
    Points,
    Date,
    Month,
    Instant,
    Exact,
    YesNo,

    // The same for what a template gives to read, or shows as an example.
    GivenText,
    GivenQuoted,
    GivenWhole,
    GivenYear,
    GivenAmount,
    GivenMonth,

    // The sheet of notes.
    NotesTitle,
    NotesMark,
    NotesHeading,
    NotesLabel,
    NotesText,
    NotesQuoted,
}

/// <summary>The formats that every workbook of the portal has.</summary>
internal static class WorkbookStyles
{
    private const string Face = "宋体";
    private const string Ink = "FF1F2933";
    private const string Grey = "FF667080";
    private const string Line = "FFBFC7D1";
    private const string HeadFill = "FFE6EDF7";
    private const string GivenFill = "FFF4F6F8";
    private const string MarkInk = "FF8A4B00";

    private const uint Bare = 0;
    private const uint AsText = 49;
    private const uint AsWhole = 3;
    private const uint AsYear = 1;
    private const uint AsPoints = 4;
    private const uint AsDate = 164;
    private const uint AsMonth = 165;
    private const uint AsInstant = 166;
    private const uint AsExact = 167;

    private static readonly Dictionary<CellLook, CellFormat> Formats = new()
    {
        [CellLook.Plain] = Cell(),
        [CellLook.Head] = Cell(1, 2, true, Bare, HorizontalAlignmentValues.Center),
        [CellLook.Hint] = Cell(2, 3, true, Bare, HorizontalAlignmentValues.Left),
        [CellLook.Text] = Cell(bordered: true),
        [CellLook.Quoted] = Cell(bordered: true, quoted: true),
        [CellLook.Code] = Cell(bordered: true, number: AsText),
        [CellLook.QuotedCode] = Cell(bordered: true, number: AsText, quoted: true),
        [CellLook.Whole] = Figure(AsWhole),
        [CellLook.Year] = Figure(AsYear),
        // Whole amounts show no decimals: see the writer.
        [CellLook.Amount] = Figure(AsPoints),
        [CellLook.Points] = Figure(AsPoints),
        [CellLook.Date] = Centred(AsDate),
        [CellLook.Month] = Centred(AsMonth),
        [CellLook.Instant] = Centred(AsInstant),
        [CellLook.Exact] = Centred(AsExact),
        [CellLook.YesNo] = Centred(Bare),
        [CellLook.GivenText] = Cell(2, 3, true),
        [CellLook.GivenQuoted] = Cell(2, 3, true, quoted: true),
        [CellLook.GivenWhole] = Cell(2, 3, true, AsWhole, HorizontalAlignmentValues.Right),
        [CellLook.GivenYear] = Cell(2, 3, true, AsYear, HorizontalAlignmentValues.Right),
        [CellLook.GivenAmount] = Cell(2, 3, true, AsPoints, HorizontalAlignmentValues.Right),
        [CellLook.GivenMonth] = Cell(2, 3, true, AsMonth, HorizontalAlignmentValues.Center),
        [CellLook.NotesTitle] = Cell(3, wrapped: false),
        [CellLook.NotesMark] = Cell(4, wrapped: false),
        [CellLook.NotesHeading] = Cell(1, wrapped: false),
        [CellLook.NotesLabel] = Cell(1, 2, true),
        [CellLook.NotesText] = Cell(bordered: true),
        [CellLook.NotesQuoted] = Cell(bordered: true, quoted: true),
    };

    public static Stylesheet Create() =>
        new(
            new NumberingFormats(
                Number(AsDate, "yyyy-mm-dd"),
                Number(AsMonth, "yyyy\"年\"m\"月\""),
                Number(AsInstant, "yyyy-mm-dd hh:mm:ss"),
                Number(AsExact, "yyyy-mm-dd hh:mm:ss.000")
            ),
            new Fonts(
                FontOf(Ink),
                FontOf(Ink, bold: true),
                FontOf(Grey),
                FontOf(Ink, bold: true, size: 16),
                FontOf(MarkInk, bold: true)
            ),
            // The first two are fixed by the format.
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                FillOf(HeadFill),
                FillOf(GivenFill)
            ),
            new Borders(
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder(),
                    new DiagonalBorder()
                ),
                new Border(
                    Side<LeftBorder>(),
                    Side<RightBorder>(),
                    Side<TopBorder>(),
                    Side<BottomBorder>(),
                    new DiagonalBorder()
                )
            ),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(Enum.GetValues<CellLook>().Select(l => Formats[l].CloneNode(true))),
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

    private static CellFormat Figure(uint number) =>
        Cell(bordered: true, number: number, side: HorizontalAlignmentValues.Right);

    private static CellFormat Centred(uint number) =>
        Cell(bordered: true, number: number, side: HorizontalAlignmentValues.Center);

    private static CellFormat Cell(
        uint font = 0,
        uint fill = 0,
        bool bordered = false,
        uint number = Bare,
        HorizontalAlignmentValues? side = null,
        bool quoted = false,
        bool wrapped = true
    )
    {
        var format = new CellFormat
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = bordered ? 1U : 0U,
            FormatId = 0,
            ApplyNumberFormat = number != Bare ? true : null,
            ApplyFont = true,
            ApplyFill = fill != 0 ? true : null,
            ApplyBorder = bordered ? true : null,
            ApplyAlignment = true,
            QuotePrefix = quoted ? true : null,
        };
        format.Append(
            new Alignment
            {
                Horizontal = side ?? HorizontalAlignmentValues.Left,
                Vertical = VerticalAlignmentValues.Center,
                WrapText = wrapped ? true : null,
                // Figures keep their distance from the text beside them.
                Indent = side == HorizontalAlignmentValues.Right ? 1U : null,
            }
        );
        return format;
    }

    private static NumberingFormat Number(uint id, string code) =>
        new() { NumberFormatId = id, FormatCode = code };

    private static Font FontOf(string color, bool bold = false, double size = 11) =>
        new([
            .. bold ? new OpenXmlElement[] { new Bold() } : [],
            new FontSize { Val = size },
            new Color { Rgb = color },
            new FontName { Val = Face },
            new FontFamilyNumbering { Val = 3 },
            new FontCharSet { Val = 134 },
        ]);

    private static Fill FillOf(string color) =>
        new(
            new PatternFill(
                new ForegroundColor { Rgb = color },
                new BackgroundColor { Indexed = 64 }
            )
            {
                PatternType = PatternValues.Solid,
            }
        );

    private static T Side<T>()
        where T : BorderPropertiesType, new() =>
        new()
        {
            Style = BorderStyleValues.Thin,
            Color = new Color { Rgb = Line },
        };
}
