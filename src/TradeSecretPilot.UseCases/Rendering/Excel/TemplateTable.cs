namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>Finds a template's table in a workbook, whatever its sheet is called by now, and walks its rows.</summary>
internal sealed class TemplateTable
{
    private const int RowsToLookAt = 10;

    private readonly SheetCells _sheet;
    private readonly int _head;
    private readonly Dictionary<string, int> _places;

    private TemplateTable(SheetCells sheet, int head, Dictionary<string, int> places)
    {
        _sheet = sheet;
        _head = head;
        _places = places;
    }

    /// <param name="name">The template's name, for the refusal.</param>
    public static Result<TemplateTable> Find(
        byte[] content,
        string name,
        IReadOnlyList<TemplateColumn> columns,
        CancellationToken ct = default
    )
    {
        var read = WorkbookReader.Read(content, ct);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var needed = columns.Where(c => c.IsNeeded).Select(c => c.Head).ToList();
        var missing = needed;
        foreach (var sheet in read.Value)
        {
            foreach (var (row, i) in sheet.Rows.Take(RowsToLookAt).Select((row, i) => (row, i)))
            {
                var places = PlacesOf(row);
                var lacking = needed.Where(h => !places.ContainsKey(h)).ToList();
                if (lacking.Count == 0)
                {
                    return OtherUnit(row, places, columns) is { } otherUnit
                        ? otherUnit
                        : new TemplateTable(sheet, i, places);
                }

                if (lacking.Count < missing.Count)
                {
                    missing = lacking;
                }
            }
        }

        return ImportRefusals.NotOurs(name, string.Join('、', missing));
    }

    /// <summary>The rows that somebody filled in: not the hints, not the empty ones. The example is among them.</summary>
    public IEnumerable<RowReader> Rows(List<CellProblem> problems)
    {
        for (var i = _head + 1; i < _sheet.Rows.Count; i++)
        {
            var row = new RowReader(_sheet.Rows[i], i + 1, _places, problems);
            if (!row.IsEmpty && row.Mark != TemplateRows.Hint)
            {
                yield return row;
            }
        }
    }

    private static Dictionary<string, int> PlacesOf(object?[] row)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is string head)
            {
                places.TryAdd(HeadOf(head), i);
            }
        }

        return places;
    }

    /// <summary>A unit behind a head that is not the template's: the figures beneath it would mean something else.</summary>
    private static Refusal? OtherUnit(
        object?[] row,
        Dictionary<string, int> places,
        IReadOnlyList<TemplateColumn> columns
    ) =>
        columns
            .Where(c => places.ContainsKey(c.Head))
            .Select(c =>
                UnitOf((string)row[places[c.Head]]!) is { } unit
                && (c.Column.Unit is { } ours ? unit != Plain(ours) : FigureText.IsMoneyUnit(unit))
                    ? ImportRefusals.OtherUnit(c.Head, c.Column.Unit, unit)
                    : null
            )
            .FirstOrDefault(refusal => refusal is not null);

    /// <summary>Without blanks, and without what stands in brackets, such as a unit.</summary>
    private static string HeadOf(string text) => Plain(text).Split('(')[0];

    /// <summary>What stands in brackets behind a head; null where there are none.</summary>
    private static string? UnitOf(string text) =>
        Plain(text).Split('(', 2) is [_, var rest] ? rest.TrimEnd(')') : null;

    private static string Plain(string text) =>
        string.Concat(CellText.Plain(text).Where(c => !char.IsWhiteSpace(c)));
}
