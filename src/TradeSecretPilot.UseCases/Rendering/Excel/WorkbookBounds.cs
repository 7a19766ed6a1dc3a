using System.Globalization;
using System.IO.Compression;
using System.Xml;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>
/// How far a workbook's sheets reach, told before they are read: a few bytes can name a row so far down, a million rows, or one sheet
/// twenty times, that reading them would keep a core busy for hours.
/// </summary>
internal static class WorkbookBounds
{
    /// <summary>A template has 60 rows; people leave formats behind below them.</summary>
    public const int MaxRow = 20_000;

    public const int MaxColumn = 256;
    public const int MaxSheets = 20;

    private const string Book = "xl/workbook.xml";

    /// <summary>Why the workbook is not read; null when it is.</summary>
    /// <param name="archive">Of parts whose size has been counted.</param>
    /// <exception cref="XmlException">A part is damaged.</exception>
    public static Refusal? Check(ZipArchive archive)
    {
        var sheets = 0;
        foreach (var part in archive.Entries.Where(e => IsXml(e.FullName)))
        {
            using var reader = part.OpenXml();
            // Whatever its name: the workbook may call any part a sheet.
            if (reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "worksheet")
            {
                sheets++;
                if (CheckSheet(reader) is { } refusal)
                {
                    return refusal;
                }
            }
        }

        return CheckBook(archive.GetEntry(Book)!, sheets);
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Each sheet has a part of its own.</summary>
    private static Refusal? CheckBook(ZipArchiveEntry book, int parts)
    {
        using var reader = book.OpenXml();
        var named = 0;
        while (reader.Read())
        {
            named += reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" } ? 1 : 0;
        }

        return named > MaxSheets ? ImportRefusals.TooManySheets(MaxSheets)
            : named > parts ? ImportRefusals.Broken()
            : null;
    }

    private static Refusal? CheckSheet(XmlReader reader)
    {
        var (row, rows) = (0L, 0);
        Refusal? wide = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row")
            {
                row = reader.GetAttribute("r") is { } number
                    ? long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)
                    : row + 1;
                if (row > MaxRow || ++rows > MaxRow)
                {
                    return ImportRefusals.TooFarDown(Math.Max(row, rows), MaxRow);
                }
            }
            else if (
                wide is null
                && reader.LocalName == "c"
                && reader.GetAttribute("r") is { } cell
                && ColumnOf(cell) > MaxColumn
            )
            {
                // A row too far down is what people find first: it is said before.
                wide = ImportRefusals.TooFarRight(cell, SheetWriter.Letters(MaxColumn - 1));
            }
        }

        return wide;
    }

    /// <summary>From 1; beyond any column there is when the cell has no such name.</summary>
    private static int ColumnOf(string cell)
    {
        var column = 0;
        foreach (var letter in cell.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? int.MaxValue : column;
    }
}
