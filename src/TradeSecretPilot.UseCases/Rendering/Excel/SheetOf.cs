namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>Describes a sheet of <typeparamref name="T"/> column by column, each typed by what it holds.</summary>
internal sealed class SheetOf<T>(string name)
{
    private readonly List<(SheetColumn Column, Func<T, object?> Value)> _columns = [];

    public SheetOf<T> Text(
        string head,
        int width,
        Func<T, string?> value,
        string? meaning = null
    ) => Add(head, width, CellKind.Text, value, null, meaning);

    public SheetOf<T> Code(
        string head,
        int width,
        Func<T, string?> value,
        string? meaning = null
    ) => Add(head, width, CellKind.Code, value, null, meaning);

    public SheetOf<T> Whole(
        string head,
        int width,
        Func<T, long?> value,
        string? unit = null,
        string? meaning = null
    ) => Add(head, width, CellKind.Whole, t => value(t), unit, meaning);

    public SheetOf<T> Amount(
        string head,
        int width,
        Func<T, decimal?> value,
        string? unit = null,
        string? meaning = null
    ) => Add(head, width, CellKind.Amount, t => value(t), unit, meaning);

    /// <param name="value">Hundredths of a point.</param>
    public SheetOf<T> Points(string head, int width, Func<T, int?> value, string? meaning = null) =>
        Add(head, width, CellKind.Points, t => value(t) / 100m, "分", meaning);

    public SheetOf<T> Date(
        string head,
        int width,
        Func<T, DateOnly?> value,
        string? meaning = null
    ) => Add(head, width, CellKind.Date, t => value(t), null, meaning);

    public SheetOf<T> Month(
        string head,
        int width,
        Func<T, DateOnly?> value,
        string? meaning = null
    ) => Add(head, width, CellKind.Month, t => value(t), null, meaning);

    public SheetOf<T> Instant(
        string head,
        int width,
        Func<T, DateTimeOffset?> value,
        string? meaning = null
    ) => Add(head, width, CellKind.Instant, t => value(t), null, meaning);

    public SheetOf<T> Exact(
        string head,
        int width,
        Func<T, DateTimeOffset?> value,
        string? meaning = null
    ) => Add(head, width, CellKind.Exact, t => value(t), null, meaning);

    public SheetOf<T> YesNo(string head, int width, Func<T, bool?> value, string? meaning = null) =>
        Add(head, width, CellKind.YesNo, t => value(t), null, meaning);

    /// <summary>The sheet with its rows.</summary>
    public Sheet Of(IEnumerable<T> rows) =>
        new(
            name,
            [.. _columns.Select(c => c.Column)],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. _columns.Select(c => c.Value(row))])]
        );

    private SheetOf<T> Add(
        string head,
        int width,
        CellKind kind,
        Func<T, object?> value,
        string? unit,
        string? meaning
    )
    {
        _columns.Add(
            (new SheetColumn(head, width, kind) { Unit = unit, Meaning = meaning }, value)
        );
        return this;
    }
}
