using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>All rows of a list for its export, not just a page of it.</summary>
internal static class ExportRows
{
    /// <summary>More rows are refused, so that nobody waits for a file that no program opens with ease.</summary>
    public const int Most = 20_000;

    public static Task<Result<List<T>>> ToExportAsync<T>(
        this IQueryable<T> query,
        CancellationToken ct
    ) => query.ToExportAsync(row => row, ct);

    /// <param name="map">What is kept of a row; the rest is let go while the next one is read.</param>
    public static async Task<Result<List<TRow>>> ToExportAsync<T, TRow>(
        this IQueryable<T> query,
        Func<T, TRow> map,
        CancellationToken ct
    )
    {
        var rows = new List<TRow>();
        await foreach (var row in query.Take(Most + 1).AsAsyncEnumerable().WithCancellation(ct))
        {
            rows.Add(map(row));
        }

        return rows.Count > Most ? ExportRefusals.TooManyRows(Most) : rows;
    }
}
