namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>What a column holds. Each kind is a cell type with a format of its own, so that figures add up and dates sort.</summary>
public enum CellKind
{
    /// <summary>Words; lines wrap.</summary>
    Text = 1,

    /// <summary>文号, codes and fingerprints: text also where it looks like a number.</summary>
    Code = 2,

    /// <summary>A whole number, with thousands separated.</summary>
    Whole = 3,

    /// <summary>A whole number that is no amount.</summary>
    Year = 4,

    /// <summary>An amount with up to two decimals, which show where there are any.</summary>
    Amount = 5,

    /// <summary>Points, always with two decimals.</summary>
    Points = 6,

    /// <summary>A day.</summary>
    Date = 7,

    /// <summary>A month, as its first day.</summary>
    Month = 8,

    /// <summary>An instant in Beijing time, to the second.</summary>
    Instant = 9,

    /// <summary>An instant in Beijing time, to the millisecond.</summary>
    Exact = 10,

    /// <summary>是 or 否.</summary>
    YesNo = 11,
}

/// <summary>A column of a sheet.</summary>
/// <param name="Width">In half-width characters.</param>
public sealed record SheetColumn(string Head, int Width, CellKind Kind)
{
    /// <summary>万元, 分; null where the head says it all.</summary>
    public string? Unit { get; init; }

    /// <summary>口径: what the figure means, for the sheet of notes.</summary>
    public string? Meaning { get; init; }

    /// <summary>In a template: how to fill it in, beneath the head.</summary>
    public string? Hint { get; init; }

    /// <summary>In a template: what can be chosen.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>In a template: greatest length in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>In a template: greatest number; the least is 0.</summary>
    public decimal? Max { get; init; }

    /// <summary>In a template: not to be filled in, but for reading.</summary>
    public bool IsGiven { get; init; }

    /// <summary>In a template: by which rows are found again.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A sheet: one row of heads, then rows of values by the kinds of their columns.</summary>
/// <param name="Name">At most 31 characters, without []:*?/\.</param>
/// <param name="Rows">
/// Of each row as many values as there are columns: a string, an integer, a decimal, a day, an instant, a Boolean; or null.
/// </param>
public sealed record Sheet(
    string Name,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows
)
{
    /// <summary>In a template: a row that shows how it is done; it is not read.</summary>
    public IReadOnlyList<object?>? Example { get; init; }

    /// <summary>In a template: empty rows to write in.</summary>
    public int SpareRows { get; init; }

    /// <summary>Rows above the first value: heads, in a template also hints and the example.</summary>
    public int HeadRows => 1 + (HasHints ? 1 : 0) + (Example is null ? 0 : 1);

    internal bool HasHints => Columns.Any(c => c.Hint is not null);
}

/// <summary>An Excel workbook: sheets, and the sheet 说明 that says what they are.</summary>
/// <param name="Title">What it is; printed on every page.</param>
public sealed record Workbook(string Title, IReadOnlyList<Sheet> Sheets)
{
    /// <summary>The sheet of notes.</summary>
    public const string NotesName = "说明";

    /// <summary>Whose it is, for the file's properties.</summary>
    public required string Author { get; init; }

    /// <summary>When it was made, for the entries of the package.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Facts for the notes, in order.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>That all data are a sample's; on the notes and on every printed page.</summary>
    public string? Mark { get; init; }
}
