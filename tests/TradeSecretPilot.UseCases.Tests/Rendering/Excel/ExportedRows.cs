using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>Compares a list with what was exported of it.</summary>
internal static class ExportedRows
{
    public static async Task<List<T>> ReadAllAsync<T>(Func<Paging, Task<Page<T>>> read)
    {
        var rows = new List<T>();
        for (var number = 1; ; number++)
        {
            var page = await read(new Paging(number, Paging.MaxSize));
            rows.AddRange(page.Items);
            if (rows.Count >= page.Total)
            {
                return rows;
            }
        }
    }

    /// <summary>Every row of the list in its order, column by column.</summary>
    public static void Same<T>(
        ExcelBook.Page sheet,
        IReadOnlyList<T> rows,
        params (string Head, Func<T, object?> Value)[] columns
    )
    {
        foreach (var (head, value) in columns)
        {
            Assert.Contains(head, sheet.Heads);
            Assert.Equal(rows.Select(r => Cell(value(r))), sheet[head]);
        }
    }

    /// <summary>A value as a program finds it in a cell: to the millisecond, in Beijing.</summary>
    public static object? Cell(object? value) =>
        value switch
        {
            null or "" => null,
            bool yes => yes ? "是" : "否",
            int or long or decimal => Convert.ToDouble(
                value,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            DateTimeOffset instant => instant
                .ToOffset(BeijingTime.Offset)
                .DateTime.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond)),
            _ => value,
        };
}
