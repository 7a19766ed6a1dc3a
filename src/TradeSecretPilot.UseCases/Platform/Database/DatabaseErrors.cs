using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>What the three databases say when a unique key is taken, or when they cannot answer for now.</summary>
public static class DatabaseErrors
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;

    /// <summary>
    /// Whether the database was not reached, went away in the middle, or is too busy: nothing is wrong with what was asked, and
    /// the same may succeed later.
    /// </summary>
    public static bool IsTransient(Exception exception) =>
        exception switch
        {
            RetryLimitExceededException => true,
            DbUpdateException { InnerException: { } inner } => IsTransient(inner),
            NpgsqlException e => e.IsTransient,
            SqliteException e => e.SqliteErrorCode is SqliteBusy or SqliteLocked,
            _ => false,
        };

    internal static bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException switch
        {
            PostgresException e => e.SqlState == PostgresErrorCodes.UniqueViolation,
            SqliteException e => e.SqliteExtendedErrorCode
                is SqliteConstraintUnique
                    or SqliteConstraintPrimaryKey,
            SqlException e => e.Number is SqlServerUniqueIndex or SqlServerUniqueConstraint,
            _ => false,
        };
}
