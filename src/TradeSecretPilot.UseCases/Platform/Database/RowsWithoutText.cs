using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// Reads aggregates without the text of their plan or report, which an act over many rows does not change. The text is null in
/// them: reading it throws, and saving leaves it as it is.
/// </summary>
internal static class RowsWithoutText
{
    private static readonly Type[] Texts = [typeof(WorkPlan), typeof(ReportContent)];

    /// <summary>Whether a column may be missing in a row that was read for an act.</summary>
    public static bool IsText(IReadOnlyProperty property) => Texts.Contains(property.ClrType);

    /// <summary>Tracked, as <c>ToListAsync</c> does.</summary>
    public static async Task<List<T>> ToListWithoutTextAsync<T>(
        this IQueryable<T> rows,
        PilotDbContext db,
        CancellationToken ct
    )
        where T : Aggregate
    {
        var properties = db
            .Model.FindEntityType(typeof(T))!
            .GetProperties()
            // What the database computes is a shadow that no act reads.
            .Where(p => p.ValueGenerated != ValueGenerated.OnAddOrUpdate)
            .ToLookup(p => Texts.Contains(p.ClrType));
        var (texts, read) = (properties[true].ToList(), properties[false].ToList());
        var values = await rows.Select(ValuesOf<T>(read)).ToListAsync(ct);
        return [.. values.Select(v => Track<T>(db, read, v, texts))];
    }

    private static Expression<Func<T, object?[]>> ValuesOf<T>(IReadOnlyList<IProperty> properties)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, object?[]>>(
            Expression.NewArrayInit(
                typeof(object),
                properties.Select(p =>
                    Expression.Convert(
                        Expression.Call(
                            typeof(EF),
                            nameof(EF.Property),
                            [p.ClrType],
                            row,
                            Expression.Constant(p.Name)
                        ),
                        typeof(object)
                    )
                )
            ),
            row
        );
    }

    private static T Track<T>(
        PilotDbContext db,
        List<IProperty> read,
        object?[] values,
        List<IProperty> texts
    )
        where T : Aggregate
    {
        var id = (Guid)values[read.FindIndex(p => p.IsPrimaryKey())]!;
        if (db.Set<T>().Local.FindEntry(id) is { } known)
        {
            return known.Entity;
        }

        var entry = db.Entry((T)Activator.CreateInstance(typeof(T), nonPublic: true)!);
        foreach (var (property, value) in read.Zip(values))
        {
            entry.Property(property.Name).CurrentValue = value;
        }

        foreach (var text in texts)
        {
            entry.Property(text.Name).CurrentValue = null;
        }

        entry.State = EntityState.Unchanged;
        return entry.Entity;
    }
}
