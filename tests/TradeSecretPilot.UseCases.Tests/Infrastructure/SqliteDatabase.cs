using Microsoft.Data.Sqlite;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>A SQLite database in WAL mode in a temporary folder, which is removed with it.</summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly string _folder;

    private SqliteDatabase(string folder)
    {
        _folder = folder;
        FilePath = Path.Combine(folder, "portal.db");
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
    }

    public string FilePath { get; }

    public string ConnectionString { get; }

    public static async Task<SqliteDatabase> CreateAsync()
    {
        var database = new SqliteDatabase(NewFolder());
        // The journal mode is written into the file: every later connection, and every copy, finds it.
        await database.ExecuteAsync("PRAGMA journal_mode = WAL");
        return database;
    }

    /// <summary>Copies the file without its write-ahead log, so <see cref="SettleAsync"/> the template first.</summary>
    public SqliteDatabase Copy()
    {
        var copy = new SqliteDatabase(NewFolder());
        File.Copy(FilePath, copy.FilePath);
        return copy;
    }

    /// <summary>Brings everything into the one file and lets go of it.</summary>
    public async Task SettleAsync()
    {
        await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        ReleaseConnections();
    }

    public ValueTask DisposeAsync()
    {
        ReleaseConnections();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("pilot-sqlite-").FullName;

    private void ReleaseConnections()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
