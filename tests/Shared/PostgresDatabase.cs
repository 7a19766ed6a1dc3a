using Npgsql;

namespace TradeSecretPilot.Testing;

/// <summary>One database of the <see cref="PostgresCluster"/>; it is dropped when the test ends.</summary>
internal sealed class PostgresDatabase(string name, string connectionString, Func<Task> drop)
    : IAsyncDisposable
{
    public string Name { get; } = name;

    public string ConnectionString { get; } = connectionString;

    /// <summary>Lets go of pooled connections: PostgreSQL copies no template that somebody is connected to.</summary>
    public void ReleaseConnections()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public async ValueTask DisposeAsync()
    {
        ReleaseConnections();
        await drop();
    }
}
