using System.Globalization;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>Reads one row of a template cell by cell, and notes what cannot be taken.</summary>
internal sealed class RowReader(
    object?[] values,
    int number,
    IReadOnlyDictionary<string, int> places,
    List<CellProblem> problems
)
{
    private const int Shown = 30;

    /// <summary>Number of the row in the sheet.</summary>
    public int Number { get; } = number;

    public bool IsEmpty => values.All(v => CellText.Of(v) is null);

    /// <summary>What stands in the first cell, where templates mark their hints and their example.</summary>
    public string? Mark => values.Length > 0 ? CellText.Line(values[0]) : null;

    /// <summary>Whether anything stands in one of these columns.</summary>
    public bool HasAny(IEnumerable<TemplateColumn> columns) =>
        columns.Any(c => CellText.Of(Value(c)) is not null);

    public string? Peek(TemplateColumn column) => CellText.Of(Value(column));

    /// <summary>Words in one line, within the column's length; empty when there are none.</summary>
    public string Line(TemplateColumn column) => Within(column, CellText.Line(Sound(column)));

    /// <summary>Words, within the column's length; empty when there are none.</summary>
    public string Text(TemplateColumn column) => Within(column, CellText.Of(Sound(column)));

    /// <summary>One of what can be chosen; null when the cell is empty or wrong.</summary>
    /// <param name="parse">Understands the text, or answers null.</param>
    /// <param name="zh">What must stand there.</param>
    /// <param name="en">The same in English.</param>
    public T? Choice<T>(TemplateColumn column, Func<string, T?> parse, string zh, string en)
        where T : struct
    {
        if (CellText.Line(Sound(column)) is not { } text)
        {
            return null;
        }

        var choice = parse(text);
        if (choice is null)
        {
            Problem(column, $"{zh}，现为“{Short(text)}”", $"{en}; it says “{Short(text)}”");
        }

        return choice;
    }

    /// <summary>A month as its first day; null when the cell is empty or wrong.</summary>
    public DateOnly? Month(TemplateColumn column)
    {
        var value = Sound(column);
        if (CellText.Line(value) is not { } text)
        {
            return null;
        }

        if (CellText.IsMonthInDoubt(value))
        {
            Problem(
                column,
                $"的“{text}”分不清是1月还是10月，须写成{text[..4]}-01或{text[..4]}-10",
                $"“{text}” may be January or October; write {text[..4]}-01 or {text[..4]}-10"
            );
            return null;
        }

        var month = CellText.Month(value);
        if (month is null)
        {
            Problem(
                column,
                $"须写成2022年7月或2022-07，现为“{Short(text)}”",
                $"write the month as 2022-07; it says “{Short(text)}”"
            );
        }

        return month;
    }

    /// <summary>A number within the range; null when the cell is empty or wrong.</summary>
    public decimal? Amount(TemplateColumn column, FigureRange range)
    {
        var value = Sound(column);
        if (CellText.Line(value) is not { } text)
        {
            return null;
        }

        var read = CellText.Number(value, range);
        if (read.Refusal is not { } refusal)
        {
            return read.Value;
        }

        Problem(
            column,
            $"现为“{Short(text)}”：{refusal.Zh.TrimEnd('。')}",
            $"it says “{Short(text)}”. {refusal.En.TrimEnd('.')}"
        );
        return null;
    }

    /// <summary>Notes that a cell cannot be taken.</summary>
    /// <param name="zh">What is wrong, to go on from the name of the cell.</param>
    /// <param name="en">The same in English.</param>
    public void Problem(TemplateColumn column, string zh, string en) =>
        Note(
            places.GetValueOrDefault(column.Head),
            $"第{Number}行“{column.Head}”{zh}。",
            string.Create(CultureInfo.InvariantCulture, $"Row {Number}, {column.En}: {en}.")
        );

    /// <summary>Notes that a row as a whole cannot be taken.</summary>
    public void Problem(string zh, string en) =>
        Note(
            0,
            $"第{Number}行{zh}。",
            string.Create(CultureInfo.InvariantCulture, $"Row {Number}: {en}.")
        );

    private void Note(int place, string zh, string en) =>
        problems.Add(
            new CellProblem(
                Number,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SheetWriter.Letters(place)}{Number}"
                ),
                zh,
                en
            )
        );

    private string Within(TemplateColumn column, string? text)
    {
        if (text is null)
        {
            return "";
        }

        if (
            column.Column.MaxLength is { } most
            && Characters.Excess(text, most) is > 0 and var excess
        )
        {
            Problem(
                column,
                $"超出{excess}字，最多{most}字，请精简",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it is {excess} characters too long; shorten it to {most}"
                )
            );
        }

        return text;
    }

    private object? Value(TemplateColumn column) =>
        places.TryGetValue(column.Head, out var place) && place < values.Length
            ? values[place]
            : null;

    /// <summary>The value of a cell; null also where its formula came to none, which is a problem.</summary>
    private object? Sound(TemplateColumn column)
    {
        if (Value(column) is not CellFault)
        {
            return Value(column);
        }

        Problem(
            column,
            "是公式的错误值，请改正公式或直接填写",
            "the formula has no value; correct it, or enter the value itself"
        );
        return null;
    }

    private static string Short(string text) => text.Length <= Shown ? text : $"{text[..Shown]}……";
}
