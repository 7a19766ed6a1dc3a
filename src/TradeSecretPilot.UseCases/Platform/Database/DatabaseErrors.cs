using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>What the three databases say when a unique key is taken, or when two writers collide.</summary>
internal static class DatabaseErrors
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;

    public static bool IsUniqueViolation(DbUpdateException exception) =>
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
