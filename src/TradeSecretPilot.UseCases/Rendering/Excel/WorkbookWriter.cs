using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>
/// Writes a workbook part by part into the package, so that its size costs no memory beyond the file itself. The package is
/// laid out by hand: the SDK's own names its parts by chance, and the same workbook must give the same bytes.
/// </summary>
internal static class WorkbookWriter
{
    private const string Relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string PackageRelationships =
        "http://schemas.openxmlformats.org/package/2006/relationships";

    private const string SheetType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";

    private const string CoreRelationship =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    public static byte[] Write(Workbook book)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sheets = book.Sheets.Select(s => s.Name).Append(Workbook.NotesName).ToList();
            AddXml(
                package,
                "[Content_Types].xml",
                book.MadeAt,
                xml => WriteTypes(xml, sheets.Count)
            );
            AddXml(
                package,
                "_rels/.rels",
                book.MadeAt,
                xml =>
                    WriteRelationships(
                        xml,
                        [
                            ("rId1", $"{Relationships}/officeDocument", "xl/workbook.xml"),
                            ("rId2", CoreRelationship, "docProps/core.xml"),
                        ]
                    )
            );
            AddXml(package, "docProps/core.xml", book.MadeAt, xml => WriteProperties(xml, book));
            AddXml(
                package,
                "xl/_rels/workbook.xml.rels",
                book.MadeAt,
                xml =>
                    WriteRelationships(
                        xml,
                        [
                            .. sheets.Select(
                                (_, i) => (SheetId(i), $"{Relationships}/worksheet", SheetPart(i))
                            ),
                            ("rIdStyles", $"{Relationships}/styles", "styles.xml"),
                        ]
                    )
            );
            Add(
                package,
                "xl/workbook.xml",
                book.MadeAt,
                writer => writer.Write(BookOf(book, sheets))
            );
            Add(
                package,
                "xl/styles.xml",
                book.MadeAt,
                writer => writer.Write(WorkbookStyles.Create())
            );
            foreach (var (sheet, i) in book.Sheets.Select((s, i) => (s, i)))
            {
                Add(
                    package,
                    $"xl/{SheetPart(i)}",
                    book.MadeAt,
                    writer => SheetWriter.Write(writer, sheet, book)
                );
            }

            Add(
                package,
                $"xl/{SheetPart(sheets.Count - 1)}",
                book.MadeAt,
                writer => SheetWriter.WriteNotes(writer, book)
            );
        }

        return stream.ToArray();
    }

    private static string SheetId(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");

    private static string SheetPart(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{index + 1}.xml");

    private static S.Workbook BookOf(Workbook book, List<string> names)
    {
        var result = new S.Workbook(
            new S.WorkbookProperties { DefaultThemeVersion = 124226U },
            new S.BookViews(new S.WorkbookView { ActiveTab = 0U }),
            new S.Sheets(
                names.Select(
                    (name, i) =>
                        new S.Sheet
                        {
                            Name = name,
                            SheetId = (uint)(i + 1),
                            Id = SheetId(i),
                        }
                )
            ),
            new S.DefinedNames(book.Sheets.SelectMany(NamesOf))
        );
        result.AddNamespaceDeclaration("r", Relationships);
        return result;
    }

    /// <summary>The head is repeated on every page; the filter's range is known by name, as Excel itself keeps it.</summary>
    private static IEnumerable<S.DefinedName> NamesOf(Sheet sheet, int index)
    {
        var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'";
        if (!sheet.HasHints)
        {
            yield return new S.DefinedName(
                $"{quoted}!$A$1:${SheetWriter.Letters(sheet.Columns.Count - 1)}${SheetWriter.LastRow(sheet)}"
            )
            {
                Name = "_xlnm._FilterDatabase",
                LocalSheetId = (uint)index,
                Hidden = true,
            };
        }

        yield return new S.DefinedName($"{quoted}!$1:$1")
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = (uint)index,
        };
    }

    private static void Add(
        ZipArchive package,
        string name,
        DateTimeOffset madeAt,
        Action<PartWriter> write
    )
    {
        using var stream = Open(package, name, madeAt);
        using var writer = new PartWriter(stream);
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }

    private static void AddXml(
        ZipArchive package,
        string name,
        DateTimeOffset madeAt,
        Action<XmlWriter> write
    )
    {
        using var stream = Open(package, name, madeAt);
        using var xml = XmlWriter.Create(
            stream,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false) }
        );
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static Stream Open(ZipArchive package, string name, DateTimeOffset madeAt)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Optimal);
        // A package keeps no zone: readers take it for the time on their wall, which is Beijing's.
        entry.LastWriteTime = madeAt.ToOffset(BeijingTime.Offset);
        return entry.Open();
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement(
            "Types",
            "http://schemas.openxmlformats.org/package/2006/content-types"
        );
        foreach (
            var (extension, type) in new[]
            {
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
            }
        )
        {
            xml.WriteStartElement("Default");
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        Override(
            "/xl/workbook.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        );
        Override(
            "/xl/styles.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
        );
        Override("/docProps/core.xml", CoreType);
        for (var i = 0; i < sheets; i++)
        {
            Override($"/xl/{SheetPart(i)}", SheetType);
        }

        xml.WriteEndElement();
        return;

        void Override(string part, string type)
        {
            xml.WriteStartElement("Override");
            xml.WriteAttributeString("PartName", part);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private static void WriteRelationships(
        XmlWriter xml,
        IEnumerable<(string Id, string Type, string Target)> relationships
    )
    {
        xml.WriteStartElement("Relationships", PackageRelationships);
        foreach (var (id, type, target) in relationships)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Without an instant: when it was made stands on the notes, and there alone.</summary>
    private static void WriteProperties(XmlWriter xml, Workbook book)
    {
        const string Core =
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string Dc = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, Dc);
        xml.WriteElementString("dc", "title", Dc, PrintableText.Visible(book.Title));
        xml.WriteElementString("dc", "creator", Dc, PrintableText.Visible(book.Author));
        xml.WriteElementString("dc", "subject", Dc, book.Mark ?? "全国商业秘密保护创新试点");
        xml.WriteElementString("dc", "language", Dc, "zh-CN");
        xml.WriteElementString("cp", "keywords", Core, "商业秘密保护 创新试点");
        xml.WriteEndElement();
    }
}
