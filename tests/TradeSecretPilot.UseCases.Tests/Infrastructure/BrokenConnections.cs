using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Ends the server's side of a connection in the middle of an act, as a restart of PostgreSQL or a dead network does.</summary>
internal sealed class BrokenConnections : IInterceptor
{
    /// <summary>How often the audit row's statement is still to lose its connection.</summary>
    public int AtTheAuditRow { get; set; }

    /// <summary>How often a commit is still to lose its connection after the server has done it.</summary>
    public int AfterTheCommit { get; set; }

    /// <summary>No new connection comes about once a commit was lost.</summary>
    public bool AndStaysAway { get; set; }

    /// <summary>Connections that were ended.</summary>
    public int Ended { get; private set; }

    /// <summary>With the rights to end others.</summary>
    public string ConnectionString { get; set; } = "";

    public IInterceptor[] Parts => [new Statements(this), new Commits(this), new Openings(this)];

    private async Task EndAsync(DbConnection connection, CancellationToken ct)
    {
        Ended++;
        var pid = ((NpgsqlConnection)connection).ProcessID;
        await using var other = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await other.OpenAsync(ct);
        await using var command = other.CreateCommand();
        // It returns when the other one has ended.
        command.CommandText = $"SELECT pg_terminate_backend({pid}, 10000)";
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed class Statements(BrokenConnections all) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (
                all.AtTheAuditRow > 0
                && command.CommandText.Contains(
                    "INSERT INTO \"AuditWaiting\"",
                    StringComparison.Ordinal
                )
            )
            {
                all.AtTheAuditRow--;
                await all.EndAsync(command.Connection!, cancellationToken);
            }

            return result;
        }
    }

    private sealed class Commits(BrokenConnections all) : DbTransactionInterceptor
    {
        public override async Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            if (all.AfterTheCommit > 0)
            {
                all.AfterTheCommit--;
                all.Ended++;
                throw new NpgsqlException(
                    "The answer to the commit was lost.",
                    new IOException("Connection reset by peer")
                );
            }
        }
    }

    private sealed class Openings(BrokenConnections all) : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        ) =>
            all is { AndStaysAway: true, Ended: > 0 }
                ? throw new NpgsqlException("Nobody answers.", new IOException("refused"))
                : ValueTask.FromResult(result);
    }
}
