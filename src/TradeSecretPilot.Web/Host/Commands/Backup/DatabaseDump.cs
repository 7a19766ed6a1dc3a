using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Web.Host.Commands.Backup;

/// <summary>
/// The whole database as one file, as it is at one instant while the portal works: SQLite by its own copy, PostgreSQL by
/// <c>pg_dump</c> and <c>pg_restore</c>, whose version must not be below the server's.
/// </summary>
internal sealed class DatabaseDump(DatabaseOptions database)
{
    public string FileName =>
        database.Provider == DatabaseProvider.Sqlite ? "portal.db" : "portal.dump";

    /// <exception cref="BackupException">On SQL Server, or the program failed.</exception>
    public async Task WriteAsync(string path, CancellationToken ct)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                await using (var connection = new SqliteConnection(database.ConnectionString))
                {
                    await connection.OpenAsync(ct);
                    await using var command = connection.CreateCommand();
                    command.CommandText = "VACUUM INTO $path";
                    command.Parameters.AddWithValue("$path", path);
                    await command.ExecuteNonQueryAsync(ct);
                }

                break;
            case DatabaseProvider.PostgreSql:
                await RunAsync(
                    "pg_dump",
                    ["--format=custom", "--no-owner", "--no-privileges", $"--file={path}"],
                    ct
                );
                break;
            default:
                throw NotHere();
        }
    }

    /// <summary>Puts it into an empty database.</summary>
    /// <exception cref="BackupException">On SQL Server, or the program failed.</exception>
    public async Task ReadAsync(string path, CancellationToken ct)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                await using (var kept = new SqliteConnection($"Data Source={path};Mode=ReadOnly"))
                await using (var target = new SqliteConnection(database.ConnectionString))
                {
                    await kept.OpenAsync(ct);
                    await target.OpenAsync(ct);
                    kept.BackupDatabase(target);
                }

                SqliteConnection.ClearAllPools();
                break;
            case DatabaseProvider.PostgreSql:
                await RunAsync(
                    "pg_restore",
                    [
                        "--no-owner",
                        "--no-privileges",
                        "--exit-on-error",
                        "--single-transaction",
                        $"--dbname={Settings.Database}",
                        path,
                    ],
                    ct
                );
                break;
            default:
                throw NotHere();
        }
    }

    /// <summary>Whether the database has no table yet.</summary>
    /// <exception cref="BackupException">On SQL Server.</exception>
    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                await using (var connection = new SqliteConnection(database.ConnectionString))
                {
                    await connection.OpenAsync(ct);
                    await using var command = connection.CreateCommand();
                    command.CommandText = "SELECT COUNT(*) FROM sqlite_master";
                    return (long)(await command.ExecuteScalarAsync(ct))! == 0;
                }

            case DatabaseProvider.PostgreSql:
                await using (var connection = new NpgsqlConnection(database.ConnectionString))
                {
                    await connection.OpenAsync(ct);
                    await using var command = connection.CreateCommand();
                    command.CommandText =
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')";
                    return (long)(await command.ExecuteScalarAsync(ct))! == 0;
                }

            default:
                throw NotHere();
        }
    }

    private NpgsqlConnectionStringBuilder Settings => new(database.ConnectionString);

    private async Task RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        CancellationToken ct
    )
    {
        var settings = Settings;
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["PGHOST"] = settings.Host;
        start.Environment["PGPORT"] = $"{settings.Port}";
        start.Environment["PGUSER"] = settings.Username;
        start.Environment["PGDATABASE"] = settings.Database;
        if (settings.Password is { } password)
        {
            start.Environment["PGPASSWORD"] = password;
        }

        start.Environment["PGSSLMODE"] = settings.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        };
        using var process = Start(start);
        var said = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new BackupException(
                $"{program}没有成功：",
                $"{program} did not succeed: {said.Trim()}"
            );
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new BackupException(
                $"找不到{start.FileName}，请安装PostgreSQL客户端（postgresql-client）。",
                $"{start.FileName} was not found: install the client programs of PostgreSQL (postgresql-client)."
            );
        }
    }

    private static BackupException NotHere() =>
        new(
            "SQL Server请用BACKUP DATABASE备份，见docs/operations.md。",
            "On SQL Server use BACKUP DATABASE, see docs/operations.md."
        );
}
