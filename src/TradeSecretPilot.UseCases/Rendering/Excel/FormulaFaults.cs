using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>
/// Finds the cells whose formula came to no value: the reader gives them as empty, and empty is something else than wrong.
/// </summary>
internal static class FormulaFaults
{
    private const string NoValue = "公式没有结果";

    private static readonly XNamespace Main =
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly XNamespace Ids =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <returns>By the name of the sheet: row and column, from 0, and what the cell shows.</returns>
    public static Dictionary<string, Dictionary<(int Row, int Column), CellFault>> In(
        ZipArchive archive
    )
    {
        var targets = Load(archive, "xl/_rels/workbook.xml.rels")
            .Root!.Elements()
            .ToDictionary(r => (string)r.Attribute("Id")!, r => (string)r.Attribute("Target")!);
        var faults = new Dictionary<string, Dictionary<(int, int), CellFault>>();
        foreach (var sheet in Load(archive, "xl/workbook.xml").Descendants(Main + "sheet"))
        {
            var target = targets[(string)sheet.Attribute(Ids + "id")!];
            // Some programs write the place in the package, others the place beside the workbook.
            var part = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            faults[(string)sheet.Attribute("name")!] = Of(archive, part);
        }

        return faults;
    }

    private static Dictionary<(int, int), CellFault> Of(ZipArchive archive, string part)
    {
        var faults = new Dictionary<(int, int), CellFault>();
        if (archive.GetEntry(part) is not { } entry)
        {
            return faults;
        }

        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream);
        while (xml.ReadToFollowing("c", Main.NamespaceName))
        {
            var (place, isError) = (xml.GetAttribute("r"), xml.GetAttribute("t") == "e");
            if (xml.IsEmptyElement || place is null)
            {
                continue;
            }

            var (hasFormula, value) = (false, (string?)null);
            using var cell = xml.ReadSubtree();
            while (cell.Read())
            {
                hasFormula |= cell is { NodeType: XmlNodeType.Element, LocalName: "f" };
                if (cell is { NodeType: XmlNodeType.Element, LocalName: "v" })
                {
                    value = cell.ReadElementContentAsString();
                }
            }

            if (isError || (hasFormula && value is null))
            {
                faults[PlaceOf(place)] = new CellFault(value ?? NoValue);
            }
        }

        return faults;
    }

    /// <summary>G7 is row 6, column 6.</summary>
    private static (int Row, int Column) PlaceOf(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetter).ToList();
        var column = letters.Aggregate(
            0,
            (n, c) => (n * 26) + (char.ToUpperInvariant(c) - 'A' + 1)
        );
        return (
            int.Parse(reference.AsSpan(letters.Count), CultureInfo.InvariantCulture) - 1,
            column - 1
        );
    }

    private static XDocument Load(ZipArchive archive, string part)
    {
        using var stream =
            archive.GetEntry(part)?.Open()
            ?? throw new InvalidDataException($"The workbook has no {part}.");
        using var xml = XmlReader.Create(stream);
        return XDocument.Load(xml);
    }
}
