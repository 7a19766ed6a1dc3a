using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>A workbook of one sheet as another program writes it: texts and numbers, the heads first.</summary>
internal static class TestWorkbook
{
    public static byte[] Of(params object?[][] rows)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetData(rows.Select(r => new Row(r.Select(CellOf))))
            );
            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = "Sheet1",
                        SheetId = 1,
                        Id = book.GetIdOfPart(sheet),
                    }
                )
            );
        }

        return stream.ToArray();
    }

    private static Cell CellOf(object? value) =>
        value switch
        {
            null => new Cell(),
            string text => new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text)),
            },
            _ => new Cell
            {
                CellValue = new CellValue(
                    Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
                ),
            },
        };
}
