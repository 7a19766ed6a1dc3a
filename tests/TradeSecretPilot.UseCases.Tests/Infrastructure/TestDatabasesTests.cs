using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure.Tds;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

public sealed class TestDatabasesTests(TestDatabases databases)
{
    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Create_Twice_TwoDatabasesWithReferenceData(DatabaseProvider provider)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var first = await databases.CreateAsync(provider);
        await using var second = await databases.CreateAsync(provider);
        await using var portal = new TestPortal(first.Options);
        await using var other = new TestPortal(second.Options);

        var divisions = await portal.LookAsync(
            Tenancy.Everything,
            db => db.Divisions.CountAsync(ct)
        );

        await portal.BehindTheDoorAsync(async db =>
        {
            db.Divisions.RemoveRange(
                await db.Divisions.Where(d => d.Code == "659012").ToListAsync(ct)
            );
            return await db.SaveChangesAsync(ct);
        });

        Assert.Equal(
            divisions - 1,
            await portal.LookAsync(Tenancy.Everything, db => db.Divisions.CountAsync(ct))
        );
        Assert.Equal(divisions, await other.BehindTheDoorAsync(db => db.Divisions.CountAsync(ct)));
        Assert.Contains(portal.Sql.Commands, sql => sql.Contains("DELETE"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Migrations_FollowTheModel(DatabaseProvider provider)
    {
        await using var database = await databases.CreateAsync(provider);
        await using var portal = new TestPortal(database.Options);

        Assert.False(
            await portal.LookAsync(
                Tenancy.Everything,
                db => Task.FromResult(db.Database.HasPendingModelChanges())
            )
        );
    }

    [Fact]
    public async Task MigrationScript_ForSqlServer_Parses()
    {
        await using var portal = new TestPortal(
            new DatabaseOptions(DatabaseProvider.SqlServer, "Server=127.0.0.1;Database=pilot")
        );

        var script = await portal.LookAsync(
            Tenancy.Everything,
            db =>
                Task.FromResult(
                    db.GetService<IMigrator>()
                        .GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)
                )
        );

        Assert.Contains("CREATE TABLE", script);
        Assert.Empty(TSql.Parse(script));
    }

    [Fact]
    public async Task Query_OnSqlServer_ParsesAndSendsItsParameters()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = new FakeTds();
        await using var portal = new TestPortal(
            new DatabaseOptions(DatabaseProvider.SqlServer, server.ConnectionString)
        );
        var code = "110000";

        await portal.LookAsync(
            Tenancy.Everything,
            db => db.Divisions.Where(d => d.Code == code).Select(d => d.Code).ToListAsync(ct)
        );

        var sent = Assert.Single(server.Commands);
        Assert.Empty(TSql.Parse(sent.Sql));
        Assert.Equal(code, sent.Parameters["@code"]);
    }
}
