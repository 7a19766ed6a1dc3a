using System.Globalization;
using Npgsql;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Jobs;

/// <summary>
/// Two portals on one PostgreSQL, files and keys shared, both with jobs in that database. The world stands on 20 December
/// 2022 and the clock half a year later: much has fallen due when they start.
/// </summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private const int DaysLater = 190;

    private readonly PostgresCluster _cluster = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-nodes-");
    private readonly List<PortalProcess> _nodes = [];
    private string _connection = "";

    internal IReadOnlyList<PortalProcess> Nodes => _nodes;

    public async ValueTask InitializeAsync()
    {
        _connection = (await _cluster.CreateDatabaseAsync()).ConnectionString;
        // The first start plays the world; its jobs are its own.
        await using (await StartAsync(inMemory: true))
        {
            await ExecuteAsync(
                $"""UPDATE "ClockSettings" SET "OffsetTicks" = "OffsetTicks" + {TimeSpan.FromDays(DaysLater).Ticks}"""
            );
        }

        _nodes.Add(await StartAsync(inMemory: false));
        _nodes.Add(await StartAsync(inMemory: false));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Puts another node in the place of one that was killed.</summary>
    internal async Task ReplaceAsync(PortalProcess killed)
    {
        _nodes.Remove(killed);
        await killed.DisposeAsync();
        _nodes.Add(await StartAsync(inMemory: false));
    }

    internal async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of every row, as text.</summary>
    internal async Task<List<string>> QueryAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return rows;
    }

    internal async Task<long> CountAsync(string sql) =>
        long.Parse((await QueryAsync(sql)).Single(), CultureInfo.InvariantCulture);

    private Task<PortalProcess> StartAsync(bool inMemory) =>
        PortalProcess.StartAsync(
            Repository.PortalAssembly,
            new Dictionary<string, string>
            {
                ["Database:Provider"] = "PostgreSql",
                ["ConnectionStrings:Portal"] = _connection,
                ["Keys:Folder"] = Path.Combine(_folder.FullName, "keys"),
                ["Jobs:InMemory"] = $"{inMemory}",
                ["Demo:Day"] = "2022-12-20",
            },
            _folder.FullName
        );

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }
}
