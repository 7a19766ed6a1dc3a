using System.Data.Common;
using System.Globalization;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;
using Npgsql;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>
/// Where jobs wait: in memory beside SQLite, otherwise in the schema <c>hangfire</c> of the portal's own database, which the nodes
/// share.
/// </summary>
public static class JobStorageSetup
{
    /// <summary>Schema of the job tables; they are made by the command <c>migrate</c>.</summary>
    public const string Schema = "hangfire";

    /// <summary>A job whose worker has not been heard of for so long is given to another one.</summary>
    private static readonly TimeSpan Invisible = TimeSpan.FromSeconds(30);

    /// <summary>A lock of a killed process stays behind as a row for so long.</summary>
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <param name="inMemory">For a demonstration as well: its database is thrown away under the jobs.</param>
    public static JobStorage StorageOf(DatabaseOptions database, bool inMemory) =>
        database.Provider switch
        {
            _ when inMemory => InMemory(),
            DatabaseProvider.PostgreSql => PostgreSql(database.ConnectionString),
            DatabaseProvider.SqlServer => SqlServer(database.ConnectionString),
            _ => InMemory(),
        };

    /// <summary>Whether the job tables are there.</summary>
    public static async Task<bool> IsInstalledAsync(DatabaseOptions database, CancellationToken ct)
    {
        await using DbConnection? connection = database.Provider switch
        {
            DatabaseProvider.PostgreSql => new NpgsqlConnection(database.ConnectionString),
            DatabaseProvider.SqlServer => new SqlConnection(database.ConnectionString),
            _ => null,
        };
        if (connection is null)
        {
            return true;
        }

        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_schema) = '{Schema}' AND LOWER(table_name) = 'job'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture)
            > 0;
    }

    /// <summary>Makes or upgrades the job tables. Safe to repeat; SQLite needs none.</summary>
    public static async Task InstallAsync(DatabaseOptions database, CancellationToken ct)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.PostgreSql:
                await using (var connection = new NpgsqlConnection(database.ConnectionString))
                {
                    await connection.OpenAsync(ct);
                    PostgreSqlObjectsInstaller.Install(connection, Schema);
                }

                break;
            case DatabaseProvider.SqlServer:
                await using (var connection = new SqlConnection(database.ConnectionString))
                {
                    await connection.OpenAsync(ct);
                    SqlServerObjectsInstaller.Install(
                        connection,
                        Schema,
                        enableHeavyMigrations: true
                    );
                }

                break;
            default:
                // In memory.
                break;
        }
    }

    private static InMemoryStorage InMemory() =>
        new(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(7) });

    private static PostgreSqlStorage PostgreSql(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = false,
            QueuePollInterval = Poll,
            InvisibilityTimeout = Invisible,
            UseSlidingInvisibilityTimeout = true,
            DistributedLockTimeout = LockTimeout,
        };
        return new(new NpgsqlConnectionFactory(connectionString, options), options);
    }

    private static SqlServerStorage SqlServer(string connectionString) =>
        new(
            () => new SqlConnection(connectionString),
            new SqlServerStorageOptions
            {
                SchemaName = Schema,
                PrepareSchemaIfNecessary = false,
                SqlClientFactory = SqlClientFactory.Instance,
                QueuePollInterval = Poll,
                SlidingInvisibilityTimeout = Invisible,
            }
        );
}
