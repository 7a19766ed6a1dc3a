using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>Writes one row with its cells.</summary>
internal static partial class RowWriter
{
    /// <summary>What a cell can hold, in characters.</summary>
    public const int LongestText = 32_767;

    private const string Cut = "……（超出单元格长度，未完）";

    /// <summary>Points.</summary>
    public const double LineHeight = 14.5;

    /// <summary>Points.</summary>
    public const double LineGap = 3.5;

    // Points; no row is higher.
    private const double TitleHeight = 26;
    private const double MaxHeight = 409;
    private const char FirstWide = '\u2e80';

    // Excel counts days from here, and has done so since a leap year that never was.
    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>How a value of a column is shown.</summary>
    public static (CellLook, object?) Look(SheetColumn column, object? value)
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

    public static void Write(
        PartWriter writer,
        int number,
        IReadOnlyList<(CellLook Look, object? Value)> cells,
        int[] widths
    )
    {
        writer.Start("row");
        writer.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString(
            "ht",
            HeightOf(cells, widths).ToString(CultureInfo.InvariantCulture)
        );
        for (var i = 0; i < cells.Count; i++)
        {
            writer.Write(
                CellOf(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{SheetWriter.Letters(i)}{number}"
                    ),
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
    public static int LinesOf(string text, int width)
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

    public static bool BeginsAsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@';

    private static string Serial(DateTime local) =>
        (local - DayZero).TotalDays.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "_(?=x[0-9A-Fa-f]{4}_)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Escape();
}
