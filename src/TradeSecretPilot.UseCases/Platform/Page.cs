using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>Which part of a list.</summary>
/// <param name="Number">From 1; anything lower counts as 1.</param>
/// <param name="Size">Rows on a page, at most <see cref="MaxSize"/>.</param>
public sealed record Paging(int Number = 1, int Size = Paging.DefaultSize)
{
    public const int DefaultSize = 20;
    public const int MaxSize = 200;

    internal int Skip => (Math.Max(Number, 1) - 1) * Take;

    /// <summary>A page beyond the last one is the last: rows may have gone since the address was made.</summary>
    internal Paging Within(int total) =>
        this with
        {
            Number = Math.Clamp(Number, 1, Math.Max(1, (total + Take - 1) / Take)),
        };

    internal int Take => Math.Clamp(Size, 1, MaxSize);
}

/// <summary>One page of a list, counted and cut in the database.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, Paging Paging)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> map) =>
        new([.. Items.Select(map)], Total, Paging);
}

internal static class PageExtensions
{
    /// <summary>Runs a query as two commands: the count, and the page.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(
        this IQueryable<T> query,
        Paging paging,
        CancellationToken ct
    )
    {
        var total = await query.CountAsync(ct);
        return await query.ToPageAsync(total, paging, ct);
    }

    /// <summary>Reads the page of a query whose rows are counted already.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(
        this IQueryable<T> query,
        int total,
        Paging paging,
        CancellationToken ct
    )
    {
        var shown = paging.Within(total);
        var items = total == 0 ? [] : await query.Skip(shown.Skip).Take(shown.Take).ToListAsync(ct);
        return new Page<T>(items, total, shown);
    }
}
