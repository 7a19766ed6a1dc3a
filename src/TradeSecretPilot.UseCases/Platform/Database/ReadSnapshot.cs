using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// Lets several queries see the database as it was at one instant, while others write: what is concluded from all of them together
/// is then true of that instant. SQL Server needs <c>ALLOW_SNAPSHOT_ISOLATION</c>.
/// </summary>
internal static class ReadSnapshot
{
    public static Task<T> ReadAsync<T>(
        this PilotDbContext db,
        Func<CancellationToken, Task<T>> read,
        CancellationToken ct
    ) =>
        db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    if (!db.Database.IsSqlite())
                    {
                        // Nothing is written, so it is not committed either.
                        await using var transaction = await db.Database.BeginTransactionAsync(
                            db.Database.IsNpgsql()
                                ? IsolationLevel.RepeatableRead
                                : IsolationLevel.Snapshot,
                            token
                        );
                        return await read(token);
                    }

                    await db.Database.OpenConnectionAsync(token);
                    // Deferred: it takes no lock of writers.
                    await using var deferred = (
                        (SqliteConnection)db.Database.GetDbConnection()
                    ).BeginTransaction(deferred: true);
                    await using var used = await db.Database.UseTransactionAsync(deferred, token);
                    var result = await read(token);
                    await db.Database.UseTransactionAsync(null, token);
                    return result;
                },
                ct
            );
}
