using Microsoft.Data.SqlClient;
using Npgsql;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Tests.Infrastructure.Tds;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

public sealed class InfrastructureTests
{
    [Fact]
    public void Parse_ValidScript_NoErrors() =>
        Assert.Empty(TSql.Parse("CREATE TABLE a (id int NOT NULL);\nGO\nSELECT id FROM a;\nGO\n"));

    [Fact]
    public void Parse_BrokenScript_ReportsLine()
    {
        var error = Assert.Single(TSql.Parse("SELECT 1;\nGO\nSELECT FROM a;\n"));
        Assert.StartsWith("(3,8)", error);
    }

    [Fact]
    public async Task SqlClient_CommandWithParameters_SendsThemOverTheWire()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = new FakeTds { Rows = [42] };
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync(ct);
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(ct);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT Id FROM Batches WHERE Name = @name AND Seats <= @seats";
        command.Parameters.AddWithValue("@name", "第一批创新试点");
        command.Parameters.AddWithValue("@seats", 20);
        command.Parameters.AddWithValue("@key", Guid.Empty);
        command.Parameters.AddWithValue("@note", new string('长', 5000));
        command.Parameters.AddWithValue("@none", DBNull.Value);

        Assert.Equal(42, await command.ExecuteScalarAsync(ct));

        await transaction.CommitAsync(ct);
        var sent = Assert.Single(server.Commands);
        Assert.Equal(command.CommandText, sent.Sql);
        Assert.Equal("第一批创新试点", sent.Parameters["@name"]);
        Assert.Equal(20L, sent.Parameters["@seats"]);
        Assert.Equal(Guid.Empty, sent.Parameters["@key"]);
        Assert.Equal(new string('长', 5000), sent.Parameters["@note"]);
        Assert.Null(sent.Parameters["@none"]);
    }

    [Fact]
    public async Task FakeTds_ParameterItCannotRead_RefusesWithReason()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = new FakeTds();
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT @anything";
        command.Parameters.Add(
            new SqlParameter("@anything", System.Data.SqlDbType.Variant) { Value = 1 }
        );

        var refusal = await Assert.ThrowsAsync<SqlException>(() => command.ExecuteScalarAsync(ct));

        Assert.Contains("Data type 0x62", refusal.Message);
    }

    [Fact]
    public async Task CreateDatabase_ManyFromOneTemplate_EachItsOwnCopy()
    {
        await using var cluster = new PostgresCluster();
        await using var template = await cluster.CreateDatabaseAsync();
        await ExecuteAsync(template, "CREATE TABLE sample (id int)");
        template.ReleaseConnections();

        var copies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => cluster.CreateDatabaseAsync(template))
        );

        await ExecuteAsync(copies[0], "DROP TABLE sample");
        await ExecuteAsync(copies[1], "INSERT INTO sample VALUES (1)");
        foreach (var copy in copies)
        {
            await copy.DisposeAsync();
        }
    }

    private static async Task ExecuteAsync(PostgresDatabase database, string sql)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    [Fact]
    public void Advance_OverTimers_FiresThemInOrderAtTheirInstants()
    {
        var start = new DateTimeOffset(2022, 4, 20, 9, 0, 0, TimeSpan.FromHours(8));
        var clock = new TestTimeProvider(start);
        var fired = new List<(string Timer, TimeSpan At)>();
        void Note(object? timer) => fired.Add(((string)timer!, clock.GetUtcNow() - start));
        using var once = clock.CreateTimer(
            Note,
            "once",
            TimeSpan.FromMinutes(3),
            Timeout.InfiniteTimeSpan
        );
        using var each = clock.CreateTimer(
            Note,
            "each",
            TimeSpan.FromMinutes(2),
            TimeSpan.FromMinutes(2)
        );

        clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(
            [
                ("each", TimeSpan.FromMinutes(2)),
                ("once", TimeSpan.FromMinutes(3)),
                ("each", TimeSpan.FromMinutes(4)),
            ],
            fired
        );
        Assert.Equal(TimeSpan.FromMinutes(4), clock.GetElapsedTime(0));
    }
}
