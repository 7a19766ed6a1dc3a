using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>Workbooks for tests, written as the portal writes them or as somebody filled them in.</summary>
internal static class Excels
{
    public static byte[] Write(params Sheet[] sheets) => Write(null, sheets);

    public static byte[] Write(string? mark, params Sheet[] sheets) =>
        WorkbookWriter.Write(
            new Workbook("示例工作簿", sheets)
            {
                Author = "示例单位",
                MadeAt = new DateTimeOffset(2022, 4, 20, 1, 0, 0, TimeSpan.Zero),
                Facts = [new Fact("导出时间", "2022年4月20日 09:00:00（北京时间）")],
                Mark = mark,
            }
        );

    /// <summary>A sheet of plain cells, as somebody might fill it in by hand: heads and rows of whatever there is.</summary>
    public static byte[] Filled(string name, params object?[][] rows)
    {
        var width = rows.Max(r => r.Length);
        return Write(
            new Sheet(
                name,
                [
                    .. Enumerable
                        .Range(0, width)
                        .Select(i => new SheetColumn(
                            rows[0].ElementAtOrDefault(i)?.ToString() ?? "",
                            12,
                            rows.Skip(1).Any(r => r.ElementAtOrDefault(i) is DateOnly)
                                ? CellKind.Date
                                : CellKind.Text
                        )),
                ],
                [
                    .. rows.Skip(1)
                        .Select(r =>
                            (IReadOnlyList<object?>)
                                [.. Enumerable.Range(0, width).Select(i => r.ElementAtOrDefault(i))]
                        ),
                ]
            )
        );
    }
}
