using System.Text;
using ExcelDataReader;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>A workbook as another program reads it: each sheet by its heads.</summary>
internal sealed class ExcelBook
{
    private const string Notes = "说明";

    private ExcelBook(IReadOnlyList<Page> pages)
    {
        Sheets = [.. pages.Where(p => p.Name != Notes)];
        Facts = pages
            .Single(p => p.Name == Notes)
            .All.Where(r => r.Length > 1)
            .Select(r => (Label: r[0]?.ToString() ?? "", Text: r[1]?.ToString() ?? ""))
            .ToList();
        NotesText = string.Join(
            '\n',
            pages.Single(p => p.Name == Notes).All.Select(r => string.Join('\t', r))
        );
    }

    public IReadOnlyList<Page> Sheets { get; }

    /// <summary>What the sheet of notes says, by label.</summary>
    public IReadOnlyList<(string Label, string Text)> Facts { get; }

    public string NotesText { get; }

    /// <summary>Everything that stands in the file.</summary>
    public string Text =>
        string.Join('\n', Sheets.SelectMany(s => s.All).Select(r => string.Join('\t', r)))
        + "\n"
        + NotesText;

    public Page this[string name] => Sheets.Single(s => s.Name == name);

    public static ExcelBook Of(Result<DocumentFile> file) => Of(file.Value);

    public static ExcelBook Of(DocumentFile file) => Of(file.Content);

    public static ExcelBook Of(byte[] content)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content));
        var pages = new List<Page>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add([
                    .. Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(i => (object?)reader.GetValue(i)),
                ]);
            }

            pages.Add(new Page(reader.Name, rows));
        } while (reader.NextResult());

        return new ExcelBook(pages);
    }

    /// <param name="All">Every row, the heads first.</param>
    public sealed record Page(string Name, IReadOnlyList<object?[]> All)
    {
        /// <summary>Without the line break before a unit.</summary>
        public IReadOnlyList<string> Heads =>
            [
                .. All[0]
                    .Select(h => h?.ToString()?.Replace("\n", "", StringComparison.Ordinal) ?? ""),
            ];

        /// <summary>Rows under the heads.</summary>
        public IReadOnlyList<object?[]> Rows => [.. All.Skip(1)];

        /// <summary>The values of a column.</summary>
        public IReadOnlyList<object?> this[string head] =>
            [.. Rows.Select(r => r[Heads.ToList().IndexOf(head)])];

        /// <summary>The row whose column holds a value.</summary>
        public IReadOnlyDictionary<string, object?> RowWhere(string head, object value)
        {
            var row = Rows.Single(r => Equals(r[Heads.ToList().IndexOf(head)], value));
            return Heads.Select((h, i) => (h, i)).ToDictionary(x => x.h, x => row[x.i]);
        }
    }
}
