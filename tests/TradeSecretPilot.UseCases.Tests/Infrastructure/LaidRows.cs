using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Lays rows past the portal, so that a test chooses its numbers. Values are given by the name of their property.</summary>
internal static class LaidRows
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Lays a copy of any such row, with an identifier of its own and other values.</summary>
    public static Task<Guid> CopyAsync<T>(
        this World world,
        Expression<Func<T, bool>> original,
        Action<PropertyValues> change
    )
        where T : class =>
        world.BehindTheDoorAsync(async db =>
        {
            var row = await db.Set<T>().AsNoTracking().FirstAsync(original, Ct);
            var values = db.Entry(row).CurrentValues.Clone();
            var id = Guid.NewGuid();
            values["Id"] = id;
            change(values);
            db.Add(values.ToObject());
            await db.SaveChangesAsync(Ct);
            return id;
        });

    /// <summary>Gives rows other values.</summary>
    public static Task SetAsync<T>(
        this World world,
        Expression<Func<T, bool>> rows,
        Action<PropertyValues> change
    )
        where T : class =>
        world.BehindTheDoorAsync(async db =>
        {
            foreach (var row in await db.Set<T>().Where(rows).ToListAsync(Ct))
            {
                change(db.Entry(row).CurrentValues);
            }

            return await db.SaveChangesAsync(Ct);
        });

    public static Task RemoveAsync<T>(this World world, Expression<Func<T, bool>> rows)
        where T : class =>
        world.BehindTheDoorAsync(db => db.Set<T>().Where(rows).ExecuteDeleteAsync(Ct));
}
