using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TradeSecretPilot.UseCases.Wording;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>Writes one sheet, row by row.</summary>
internal static class SheetWriter
{
    private const uint A4 = 9;

    /// <summary>Points.</summary>
    private const double OneLine = RowWriter.LineHeight + RowWriter.LineGap;

    public static int LastRow(Sheet sheet) => sheet.HeadRows + sheet.Rows.Count + sheet.SpareRows;

    /// <summary>A for 0, AA for 26.</summary>
    public static string Letters(int index) =>
        index < 26
            ? ((char)('A' + index)).ToString()
            : Letters((index / 26) - 1) + Letters(index % 26);

    public static void Write(PartWriter writer, Sheet sheet, Workbook book)
    {
        var (columns, last) = (sheet.Columns, LastRow(sheet));
        var range = $"A1:{Letters(columns.Count - 1)}{last}";
        writer.Start("worksheet");
        writer.Write(FitToPage());
        writer.Write(new SheetDimension { Reference = range });
        writer.Write(View(frozen: sheet.HasHints ? 2 : 1));
        writer.Write(new SheetFormatProperties { DefaultRowHeight = OneLine });
        writer.Write(WidthsOf([.. columns.Select(c => (c.Width, c.IsHidden))]));
        writer.Start("sheetData");
        int[] widths = [.. columns.Select(c => c.IsHidden ? int.MaxValue : c.Width)];
        foreach (var (cells, i) in RowsOf(sheet).Select((r, i) => (r, i)))
        {
            RowWriter.Write(writer, i + 1, cells, widths);
        }

        writer.WriteEndElement();
        if (!sheet.HasHints)
        {
            writer.Write(new AutoFilter { Reference = range });
        }

        WriteValidations(writer, sheet);
        WritePage(writer, sheet.Name, book);
        writer.Write(
            new IgnoredErrors(
                new IgnoredError
                {
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = range },
                    NumberStoredAsText = true,
                }
            )
        );
        writer.WriteEndElement();
    }

    /// <summary>The notes of the workbook, as its last sheet.</summary>
    public static void WriteNotes(PartWriter writer, Workbook book)
    {
        writer.Start("worksheet");
        writer.Write(FitToPage());
        writer.Write(View(frozen: 0));
        writer.Write(new SheetFormatProperties { DefaultRowHeight = OneLine });
        int[] widths = [22, 100];
        writer.Write(WidthsOf([.. widths.Select(w => (w, false))]));
        writer.Start("sheetData");
        foreach (var (note, i) in WorkbookNotes.Of(book).Select((n, i) => (n, i)))
        {
            RowWriter.Write(
                writer,
                i + 1,
                note.Look switch
                {
                    WorkbookNotes.Look.Title => [(CellLook.NotesTitle, note.Label)],
                    WorkbookNotes.Look.Mark => [(CellLook.NotesMark, note.Label)],
                    WorkbookNotes.Look.Heading => [(CellLook.NotesHeading, note.Label)],
                    _ =>
                    [
                        (CellLook.NotesLabel, note.Label),
                        (
                            RowWriter.BeginsAsFormula(note.Text)
                                ? CellLook.NotesQuoted
                                : CellLook.NotesText,
                            note.Text
                        ),
                    ],
                },
                note.Look == WorkbookNotes.Look.Fact ? widths : [int.MaxValue]
            );
        }

        writer.WriteEndElement();
        WritePage(writer, Workbook.NotesName, book);
        writer.WriteEndElement();
    }

    private static IEnumerable<IReadOnlyList<(CellLook, object?)>> RowsOf(Sheet sheet)
    {
        var columns = sheet.Columns;
        yield return [.. columns.Select(c => (CellLook.Head, (object?)HeadOf(c)))];
        if (sheet.HasHints)
        {
            yield return [.. columns.Select(c => (CellLook.Hint, (object?)c.Hint))];
        }

        if (sheet.Example is { } example)
        {
            yield return
            [
                .. columns.Select((c, i) => RowWriter.Look(c with { IsGiven = true }, example[i])),
            ];
        }

        foreach (var row in sheet.Rows)
        {
            yield return [.. columns.Select((c, i) => RowWriter.Look(c, row[i]))];
        }

        for (var i = 0; i < sheet.SpareRows; i++)
        {
            yield return [.. columns.Select(c => RowWriter.Look(c, null))];
        }
    }

    /// <summary>With the unit behind the head, or under it where the column is narrow.</summary>
    private static string HeadOf(SheetColumn column)
    {
        if (column is not { Unit: { } unit, Kind: not CellKind.Points })
        {
            return column.Head;
        }

        var inLine = $"{column.Head}（{unit}）";
        return RowWriter.LinesOf(inLine, column.Width) == 1 ? inLine : $"{column.Head}\n（{unit}）";
    }

    private static SheetProperties FitToPage() => new(new PageSetupProperties { FitToPage = true });

    private static SheetViews View(int frozen)
    {
        var view = new SheetView { WorkbookViewId = 0U, ShowGridLines = frozen > 0 };
        if (frozen > 0)
        {
            view.Append(
                new Pane
                {
                    VerticalSplit = frozen,
                    TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"A{frozen + 1}"),
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                },
                new Selection { Pane = PaneValues.BottomLeft }
            );
        }

        return new SheetViews(view);
    }

    private static Columns WidthsOf(IReadOnlyList<(int Width, bool Hidden)> columns) =>
        new(
            columns.Select(
                (c, i) =>
                    new S.Column
                    {
                        Min = (uint)(i + 1),
                        Max = (uint)(i + 1),
                        Width = c.Width,
                        CustomWidth = true,
                        Hidden = c.Hidden ? true : null,
                    }
            )
        );

    private static void WriteValidations(PartWriter writer, Sheet sheet)
    {
        var (first, last) = (sheet.HeadRows + 1, LastRow(sheet));
        var validations = sheet
            .Columns.Select((c, i) => Validation(c, $"{Letters(i)}{first}:{Letters(i)}{last}"))
            .OfType<DataValidation>()
            .ToList();
        if (validations.Count > 0 && last >= first)
        {
            writer.Write(new DataValidations(validations) { Count = (uint)validations.Count });
        }
    }

    private static DataValidation? Validation(SheetColumn column, string range)
    {
        var (type, error, formulas) = column switch
        {
            { Choices.Count: > 0 } => (
                DataValidationValues.List,
                "请从下拉列表中选择。",
                (string[])[$"\"{string.Join(',', column.Choices)}\""]
            ),
            { MaxLength: { } most } => (
                DataValidationValues.TextLength,
                $"不能超过{most}字。",
                ["0", most.ToString(CultureInfo.InvariantCulture)]
            ),
            { Max: { } most } => (
                column.Kind == CellKind.Whole
                    ? DataValidationValues.Whole
                    : DataValidationValues.Decimal,
                $"请填0至{FigureText.Write(most)}的数字。",
                ["0", most.ToString(CultureInfo.InvariantCulture)]
            ),
            _ => (DataValidationValues.None, "", []),
        };
        if (type == DataValidationValues.None)
        {
            return null;
        }

        var validation = new DataValidation
        {
            Type = type,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = column.Head,
            Error = error,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = range },
        };
        validation.Append(new Formula1(formulas[0]));
        if (formulas.Length > 1)
        {
            validation.Append(new Formula2(formulas[1]));
        }

        return validation;
    }

    private static void WritePage(PartWriter writer, string sheet, Workbook book)
    {
        writer.Write(
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.75,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        writer.Write(
            new PageSetup
            {
                PaperSize = A4,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1U,
                FitToHeight = 0U,
            }
        );
        var mark = book.Mark is null ? "" : $"&R{Plain(book.Mark)}";
        writer.Write(
            new HeaderFooter(
                new OddHeader($"&L{Plain(book.Title)}{mark}"),
                new OddFooter($"&L{Plain(sheet)}&R第 &P 页，共 &N 页")
            )
        );
    }

    /// <summary>In headers, an ampersand begins a code.</summary>
    private static string Plain(string text) =>
        PrintableText.Visible(text).Replace("&", "&&", StringComparison.Ordinal);
}
