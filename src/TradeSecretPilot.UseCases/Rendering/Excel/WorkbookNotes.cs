namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>What stands on the sheet 说明, a label and a text a row.</summary>
internal static class WorkbookNotes
{
    public enum Look
    {
        Title,
        Mark,
        Heading,
        Fact,
    }

    public sealed record Row(Look Look, string Label, string Text = "");

    public static IEnumerable<Row> Of(Workbook book)
    {
        yield return new Row(Look.Title, book.Title);
        if (book.Mark is { } mark)
        {
            yield return new Row(Look.Mark, mark);
        }

        foreach (var fact in book.Facts)
        {
            yield return new Row(Look.Fact, fact.Label, fact.Value);
        }

        foreach (var sheet in book.Sheets)
        {
            var explained = sheet
                .Columns.Where(c =>
                    c.Meaning is not null || (c.Unit is not null && c.Kind != CellKind.Points)
                )
                .ToList();
            if (explained.Count > 0)
            {
                yield return new Row(Look.Heading, $"各列的含义（{sheet.Name}）");
            }

            foreach (var column in explained)
            {
                yield return new Row(Look.Fact, column.Head, Explain(column));
            }
        }
    }

    private static string Explain(SheetColumn column) =>
        (column.Unit, column.Meaning) switch
        {
            ({ } unit, { } meaning) => $"单位：{unit}。{meaning}",
            ({ } unit, null) => $"单位：{unit}。",
            (_, { } meaning) => meaning,
            _ => "",
        };
}
