using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TradeSecretPilot.UseCases.Rendering.Word;

/// <summary>The pieces of a document's text as Word elements.</summary>
internal static class WordBlocks
{
    /// <summary>Width of the type area (156 mm) in twentieths of a point.</summary>
    private const int TypeWidth = 8845;

    /// <summary>Above and below the text of a cell, in twentieths of a point.</summary>
    private const string CellMargin = "50";

    public static IEnumerable<OpenXmlElement> Of(IEnumerable<Block> blocks)
    {
        var bookmark = 0;
        foreach (var block in blocks)
        {
            var elements = block switch
            {
                Heading heading => [HeadingOf(heading, ++bookmark)],
                Paragraph paragraph => Lines(paragraph.Text)
                    .Select(line => TextOf(line, WordStyles.Body, paragraph.Align)),
                Table table => TableOf(table),
                FactTable facts => FactsOf(facts),
                SignatureLine line =>
                [
                    TextOf(
                        string.Join('　', line.Labels.Select(l => $"{l}：　　　　　")),
                        WordStyles.Flush
                    ),
                ],
                AnnexHead annex =>
                [
                    TextOf(annex.Label, WordStyles.AnnexLabel),
                    TextOf("", WordStyles.Flush),
                    TextOf(annex.Title, WordStyles.Title),
                ],
                _ => (IEnumerable<OpenXmlElement>)[],
            };
            foreach (var element in elements)
            {
                yield return element;
            }
        }
    }

    public static W.Paragraph TextOf(string text, string style, Align? align = null)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (align is Align.Center or Align.Right)
        {
            properties.Append(
                new Indentation { FirstLine = "0", FirstLineChars = 0 },
                new Justification
                {
                    Val =
                        align == Align.Center
                            ? JustificationValues.Center
                            : JustificationValues.Right,
                }
            );
        }

        return new W.Paragraph(properties, RunOf(text));
    }

    public static Run RunOf(string text)
    {
        var run = new Run();
        foreach (var (line, i) in PrintableText.Of(text).Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>Name of a heading's bookmark, to which the contents lead.</summary>
    public static string BookmarkOf(int number) => $"_Toc{number:000000}";

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));

    private static W.Paragraph HeadingOf(Heading heading, int number)
    {
        var paragraph = TextOf(heading.Text, WordStyles.HeadingStyle(heading.Level));
        var run = paragraph.GetFirstChild<Run>()!;
        run.InsertBeforeSelf(new BookmarkStart { Id = $"{number}", Name = BookmarkOf(number) });
        run.InsertAfterSelf(new BookmarkEnd { Id = $"{number}" });
        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> TableOf(Table table)
    {
        if (table.Caption is { } caption)
        {
            yield return TextOf(caption, WordStyles.Caption);
        }

        var total = table.Columns.Sum(c => c.Width);
        int[] widths = [.. table.Columns.Select(c => TypeWidth * c.Width / total)];
        var grid = Grid(widths);
        grid.Append(
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. table.Columns.Select(
                    (c, i) => Cell(c.Head, widths[i], WordStyles.TableHead, null)
                ),
            ])
        );
        foreach (var row in table.Rows)
        {
            grid.Append(
                new TableRow([
                    new TableRowProperties(new CantSplit()),
                    .. row.Select(
                        (text, i) =>
                            Cell(text, widths[i], WordStyles.TableText, table.Columns[i].Align)
                    ),
                ])
            );
        }

        if (table.Note is not null)
        {
            KeepNext(grid.Elements<TableRow>().Last());
        }

        yield return grid;
        yield return TextOf(table.Note ?? "", WordStyles.Note);
    }

    private static IEnumerable<OpenXmlElement> FactsOf(FactTable facts)
    {
        var label = TypeWidth * facts.LabelWidth / 100;
        var grid = Grid([label, TypeWidth - label]);
        foreach (var fact in facts.Facts)
        {
            grid.Append(
                new TableRow(
                    new TableRowProperties(new CantSplit()),
                    Cell(fact.Label, label, WordStyles.TableHead, null),
                    Cell(fact.Value, TypeWidth - label, WordStyles.TableText, Align.Left)
                )
            );
        }

        if (!facts.Breakable)
        {
            foreach (var row in grid.Elements<TableRow>().SkipLast(1))
            {
                KeepNext(row);
            }
        }

        yield return grid;
        yield return TextOf("", WordStyles.Note);
    }

    /// <summary>Word keeps a row with the next one when every paragraph in it asks for that.</summary>
    private static void KeepNext(TableRow row)
    {
        foreach (var paragraph in row.Descendants<W.Paragraph>())
        {
            KeepNext(paragraph);
        }
    }

    public static void KeepNext(W.Paragraph paragraph) =>
        paragraph.ParagraphProperties!.ParagraphStyleId!.InsertAfterSelf(new KeepNext());

    private static W.Table Grid(IReadOnlyList<int> widths)
    {
        TableBorders borders = new(
            Border<TopBorder>(),
            Border<LeftBorder>(),
            Border<BottomBorder>(),
            Border<RightBorder>(),
            Border<InsideHorizontalBorder>(),
            Border<InsideVerticalBorder>()
        );
        return new W.Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{widths.Sum()}" },
                borders,
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Type = TableWidthUnitValues.Dxa, Width = CellMargin },
                    new BottomMargin { Type = TableWidthUnitValues.Dxa, Width = CellMargin }
                )
            ),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" }))
        );
    }

    private static T Border<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Space = 0,
            Color = "auto",
        };

    private static TableCell Cell(string text, int width, string style, Align? align) =>
        new(
            new TableCellProperties(
                new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
            ),
            TextOf(text, style, align)
        );
}
