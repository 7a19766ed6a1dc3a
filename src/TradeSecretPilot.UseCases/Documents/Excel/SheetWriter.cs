using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TradeSecretPilot.Domain;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace TradeSecretPilot.UseCases.Documents.Excel;

/// <summary>Writes one sheet, row by row.</summary>
internal static partial class SheetWriter
{
    /// <summary>What a cell can hold, in characters.</summary>
    public const int LongestText = 32_767;

    private const string Cut = "……（超出单元格长度，未完）";
    private const uint A4 = 9;

    // Points; no row is higher.
    private const double LineHeight = 14.5;
    private const double LineGap = 3.5;
    private const double TitleHeight = 26;
    private const double MaxHeight = 409;
    private const char FirstWide = '\u2e80';

    // Excel counts days from here, and has done so since a leap year that never was.
    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static int LastRow(Sheet sheet) => sheet.HeadRows + sheet.Rows.Count + sheet.SpareRows;

    /// <summary>A for 0, AA for 26.</summary>
    public static string Letters(int index) =>
        index < 26
            ? ((char)('A' + index)).ToString()
            : Letters((index / 26) - 1) + Letters(index % 26);

    public static void Write(OpenXmlWriter writer, Sheet sheet, Workbook book)
    {
        var (columns, last) = (sheet.Columns, LastRow(sheet));
        var range = $"A1:{Letters(columns.Count - 1)}{last}";
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(FitToPage());
        writer.WriteElement(new SheetDimension { Reference = range });
        writer.WriteElement(View(frozen: sheet.HasHints ? 2 : 1));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight + LineGap });
        writer.WriteElement(WidthsOf([.. columns.Select(c => (c.Width, c.IsHidden))]));
        writer.WriteStartElement(new SheetData());
        int[] widths = [.. columns.Select(c => c.IsHidden ? int.MaxValue : c.Width)];
        foreach (var (cells, i) in RowsOf(sheet).Select((r, i) => (r, i)))
        {
            WriteRow(writer, i + 1, cells, widths);
        }

        writer.WriteEndElement();
        if (!sheet.HasHints)
        {
            writer.WriteElement(new AutoFilter { Reference = range });
        }

        WriteValidations(writer, sheet);
        WritePage(writer, sheet.Name, book);
        writer.WriteElement(
            new IgnoredErrors(
                new IgnoredError
                {
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = range },
                    NumberStoredAsText = true,
                }
            )
        );
        writer.WriteEndElement();
    }

    public static void WriteNotes(OpenXmlWriter writer, Workbook book)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(FitToPage());
        writer.WriteElement(View(frozen: 0));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight + LineGap });
        int[] widths = [22, 100];
        writer.WriteElement(WidthsOf([.. widths.Select(w => (w, false))]));
        writer.WriteStartElement(new SheetData());
        foreach (var (note, i) in WorkbookNotes.Of(book).Select((n, i) => (n, i)))
        {
            WriteRow(
                writer,
                i + 1,
                note.Look switch
                {
                    WorkbookNotes.Look.Title => [(CellLook.NotesTitle, note.Label)],
                    WorkbookNotes.Look.Mark => [(CellLook.NotesMark, note.Label)],
                    WorkbookNotes.Look.Heading => [(CellLook.NotesHeading, note.Label)],
                    _ =>
                    [
                        (CellLook.NotesLabel, note.Label),
                        (
                            BeginsAsFormula(note.Text) ? CellLook.NotesQuoted : CellLook.NotesText,
                            note.Text
                        ),
                    ],
                },
                note.Look == WorkbookNotes.Look.Fact ? widths : [int.MaxValue]
            );
        }

        writer.WriteEndElement();
        WritePage(writer, Workbook.NotesName, book);
        writer.WriteEndElement();
    }

    private static IEnumerable<IReadOnlyList<(CellLook, object?)>> RowsOf(Sheet sheet)
    {
        var columns = sheet.Columns;
        yield return [.. columns.Select(c => (CellLook.Head, (object?)HeadOf(c)))];
        if (sheet.HasHints)
        {
            yield return [.. columns.Select(c => (CellLook.Hint, (object?)c.Hint))];
        }

        if (sheet.Example is { } example)
        {
            yield return [.. columns.Select((c, i) => Look(c with { IsGiven = true }, example[i]))];
        }

        foreach (var row in sheet.Rows)
        {
            yield return [.. columns.Select((c, i) => Look(c, row[i]))];
        }

        for (var i = 0; i < sheet.SpareRows; i++)
        {
            yield return [.. columns.Select(c => Look(c, null))];
        }
    }

    /// <summary>With the unit behind the head, or under it where the column is narrow.</summary>
    private static string HeadOf(SheetColumn column)
    {
        if (column is not { Unit: { } unit, Kind: not CellKind.Points })
        {
            return column.Head;
        }

        var inLine = $"{column.Head}（{unit}）";
        return LinesOf(inLine, column.Width) == 1 ? inLine : $"{column.Head}\n（{unit}）";
    }

    private static (CellLook, object?) Look(SheetColumn column, object? value)
    {
        var quoted = value is string text && BeginsAsFormula(text);
        var look = column.Kind switch
        {
            // The mark of an example, in the place of a number.
            not (CellKind.Text or CellKind.Code) when value is string => CellLook.Text,
            CellKind.Code => quoted ? CellLook.QuotedCode : CellLook.Code,
            CellKind.Whole => CellLook.Whole,
            CellKind.Year => CellLook.Year,
            CellKind.Amount => value is decimal d && decimal.Truncate(d) == d
                ? CellLook.Whole
                : CellLook.Amount,
            CellKind.Points => CellLook.Points,
            CellKind.Date => CellLook.Date,
            CellKind.Month => CellLook.Month,
            CellKind.Instant => CellLook.Instant,
            CellKind.Exact => CellLook.Exact,
            CellKind.YesNo => CellLook.YesNo,
            _ => quoted ? CellLook.Quoted : CellLook.Text,
        };
        return (column.IsGiven ? Given(look) : look, value);
    }

    private static CellLook Given(CellLook look) =>
        look switch
        {
            CellLook.Whole => CellLook.GivenWhole,
            CellLook.Year => CellLook.GivenYear,
            CellLook.Amount => CellLook.GivenAmount,
            CellLook.Month => CellLook.GivenMonth,
            CellLook.Quoted or CellLook.QuotedCode => CellLook.GivenQuoted,
            _ => CellLook.GivenText,
        };

    private static void WriteRow(
        OpenXmlWriter writer,
        int number,
        IReadOnlyList<(CellLook Look, object? Value)> cells,
        int[] widths
    )
    {
        writer.WriteStartElement(
            new Row { RowIndex = (uint)number, Height = HeightOf(cells, widths) }
        );
        for (var i = 0; i < cells.Count; i++)
        {
            writer.WriteElement(
                CellOf(
                    string.Create(CultureInfo.InvariantCulture, $"{Letters(i)}{number}"),
                    cells[i].Look,
                    cells[i].Value
                )
            );
        }

        writer.WriteEndElement();
    }

    /// <summary>
    /// High enough for its longest text, in points. Programs may fit it again; some show rows of an unknown height as one line.
    /// </summary>
    private static double HeightOf(
        IReadOnlyList<(CellLook Look, object? Value)> cells,
        int[] widths
    )
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Value is string text)
            {
                lines = Math.Max(lines, LinesOf(text, widths[i]));
            }
        }

        return cells is [{ Look: CellLook.NotesTitle }, ..]
            ? TitleHeight
            : Math.Min(MaxHeight, (lines * LineHeight) + LineGap);
    }

    /// <summary>A Chinese character is as wide as two of others.</summary>
    private static int LinesOf(string text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var c in text)
        {
            var wide = c >= FirstWide ? 2 : 1;
            if (c == '\n' || used + wide > width - 1)
            {
                (lines, used) = (lines + 1, c == '\n' ? 0 : wide);
            }
            else
            {
                used += wide;
            }
        }

        return lines;
    }

    private static Cell CellOf(string reference, CellLook look, object? value)
    {
        var cell = new Cell { CellReference = reference, StyleIndex = (uint)look };
        switch (value)
        {
            case null:
            case "":
                break;
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(
                    new S.Text(TextOf(text)) { Space = SpaceProcessingModeValues.Preserve }
                );
                break;
            case bool yes:
                return CellOf(reference, look, yes ? "是" : "否");
            case DateOnly day:
                cell.CellValue = new CellValue(Serial(day.ToDateTime(TimeOnly.MinValue)));
                break;
            case DateTimeOffset instant:
                cell.CellValue = new CellValue(
                    Serial(instant.ToOffset(BeijingTime.Offset).DateTime)
                );
                break;
            default:
                cell.CellValue = new CellValue(
                    Convert.ToString(value, CultureInfo.InvariantCulture)!
                );
                break;
        }

        return cell;
    }

    /// <summary>What was typed, as a cell can hold it: neither too long nor read as an escape.</summary>
    private static string TextOf(string text)
    {
        var visible = PrintableText.Visible(text);
        if (visible.Length > LongestText)
        {
            var end = LongestText - Cut.Length;
            visible = visible[..(char.IsHighSurrogate(visible[end - 1]) ? end - 1 : end)] + Cut;
        }

        return Escape().Replace(visible, "_x005F_");
    }

    private static bool BeginsAsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@';

    private static string Serial(DateTime local) =>
        (local - DayZero).TotalDays.ToString("R", CultureInfo.InvariantCulture);

    private static SheetProperties FitToPage() => new(new PageSetupProperties { FitToPage = true });

    private static SheetViews View(int frozen)
    {
        var view = new SheetView { WorkbookViewId = 0U, ShowGridLines = frozen > 0 };
        if (frozen > 0)
        {
            view.Append(
                new Pane
                {
                    VerticalSplit = frozen,
                    TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"A{frozen + 1}"),
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                },
                new Selection { Pane = PaneValues.BottomLeft }
            );
        }

        return new SheetViews(view);
    }

    private static Columns WidthsOf(IReadOnlyList<(int Width, bool Hidden)> columns) =>
        new(
            columns.Select(
                (c, i) =>
                    new S.Column
                    {
                        Min = (uint)(i + 1),
                        Max = (uint)(i + 1),
                        Width = c.Width,
                        CustomWidth = true,
                        Hidden = c.Hidden ? true : null,
                    }
            )
        );

    private static void WriteValidations(OpenXmlWriter writer, Sheet sheet)
    {
        var (first, last) = (sheet.HeadRows + 1, LastRow(sheet));
        var validations = sheet
            .Columns.Select((c, i) => Validation(c, $"{Letters(i)}{first}:{Letters(i)}{last}"))
            .OfType<DataValidation>()
            .ToList();
        if (validations.Count > 0 && last >= first)
        {
            writer.WriteElement(
                new DataValidations(validations) { Count = (uint)validations.Count }
            );
        }
    }

    private static DataValidation? Validation(SheetColumn column, string range)
    {
        var (type, error, formulas) = column switch
        {
            { Choices.Count: > 0 } => (
                DataValidationValues.List,
                "请从下拉列表中选择。",
                (string[])[$"\"{string.Join(',', column.Choices)}\""]
            ),
            { MaxLength: { } most } => (
                DataValidationValues.TextLength,
                $"不能超过{most}字。",
                ["0", most.ToString(CultureInfo.InvariantCulture)]
            ),
            { Max: { } most } => (
                column.Kind == CellKind.Whole
                    ? DataValidationValues.Whole
                    : DataValidationValues.Decimal,
                $"请填0至{OfficialWords.Figure(most)}的数字。",
                ["0", most.ToString(CultureInfo.InvariantCulture)]
            ),
            _ => (DataValidationValues.None, "", []),
        };
        if (type == DataValidationValues.None)
        {
            return null;
        }

        var validation = new DataValidation
        {
            Type = type,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = column.Head,
            Error = error,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = range },
        };
        validation.Append(new Formula1(formulas[0]));
        if (formulas.Length > 1)
        {
            validation.Append(new Formula2(formulas[1]));
        }

        return validation;
    }

    private static void WritePage(OpenXmlWriter writer, string sheet, Workbook book)
    {
        writer.WriteElement(
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.75,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        writer.WriteElement(
            new PageSetup
            {
                PaperSize = A4,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1U,
                FitToHeight = 0U,
            }
        );
        var mark = book.Mark is null ? "" : $"&R{Plain(book.Mark)}";
        writer.WriteElement(
            new HeaderFooter(
                new OddHeader($"&L{Plain(book.Title)}{mark}"),
                new OddFooter($"&L{Plain(sheet)}&R第 &P 页，共 &N 页")
            )
        );
    }

    /// <summary>In headers, an ampersand begins a code.</summary>
    private static string Plain(string text) =>
        PrintableText.Visible(text).Replace("&", "&&", StringComparison.Ordinal);

    [GeneratedRegex(
        "_(?=x[0-9A-Fa-f]{4}_)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Escape();
}
