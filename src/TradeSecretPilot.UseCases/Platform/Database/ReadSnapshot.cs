using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// One state of the database for all queries of a context: repeatable read on PostgreSQL, a snapshot on SQL Server, a deferred
/// transaction on SQLite. It takes no lock that a writer waits for. Its state is that of the first query.
/// </summary>
internal static class ReadSnapshot
{
    private static readonly ConditionalWeakTable<
        DbContextOptions<PilotDbContext>,
        DbContextOptions<PilotDbContext>
    > Known = [];

    /// <summary>
    /// The same database without retries: a statement tried again on another connection would read another state. The account was
    /// re-read just before, so that a connection that broke while nobody used it is found there, where it is retried.
    /// </summary>
    public static DbContextOptions<PilotDbContext> Of(DbContextOptions<PilotDbContext> options) =>
        Known.GetValue(
            options,
            o =>
                (DbContextOptions<PilotDbContext>)
                    o.WithExtension(
                        RelationalOptionsExtension
                            .Extract(o)
                            .WithExecutionStrategyFactory(d => new NonRetryingExecutionStrategy(d))
                    )
        );

    /// <summary>Begins it on a context of <see cref="Of"/>; it ends with the context at the latest.</summary>
    public static async Task BeginAsync(PilotDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.BeginTransactionAsync(
                db.Database.IsSqlServer() ? IsolationLevel.Snapshot : IsolationLevel.RepeatableRead,
                ct
            );
            return;
        }

        // Deferred, or it would be the one writer.
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), ct);
    }

    /// <summary>Ends it, when one was begun: nothing is held while a document is made.</summary>
    public static async Task EndAsync(PilotDbContext db)
    {
        if (db.Database.CurrentTransaction is { } transaction)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            await transaction.DisposeAsync();
        }
    }

    /// <summary>The same for a context that no session opened: all that <paramref name="read"/> asks for is of one instant.</summary>
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
