using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>A page asks the database as often with ten times the data: no query in a loop.</summary>
public sealed class QueryCountTests(TestDatabases databases)
{
    private const int Times = 10;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListsAndPages_TenTimesTheData_AsManyCommands(DatabaseProvider provider)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var world = await databases.CreateWorldAsync(provider);
        var applications = await world.BehindTheDoorAsync(db => db.Applications.CountAsync(ct));
        var before = await CountAsync(world);

        await WorldGrowth.GrowAsync(world, Times);
        var after = await CountAsync(world);

        Assert.Equal(
            applications * Times,
            await world.BehindTheDoorAsync(db => db.Applications.CountAsync(ct))
        );
        Findings.None(
            before
                .Where(c => after[c.Key] > c.Value)
                .Select(c => $"{c.Key}: {c.Value} commands, then {after[c.Key]}")
        );
        // The inbox gathers what waits from every stage; a page beyond this gathers too much.
        Assert.All(before.Values, commands => Assert.InRange(commands, 1, 12));
    }

    private static async Task<Dictionary<string, int>> CountAsync(World world)
    {
        var counts = new Dictionary<string, int>();
        foreach (
            var row in UseCaseTable.Rows.Where(r =>
                r.IsRead
                && !r.UseCase.Name.StartsWith("Verify", StringComparison.Ordinal)
                // Every table of a batch, one command for each.
                && r.UseCase != typeof(FetchBatchRecords)
            )
        )
        {
            foreach (var caller in row.Holders.Members())
            {
                world.Portal.Sql.Clear();
                await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
                // The line that reading leaves comes once, whatever is read; so does the place of those before it.
                counts[$"{row} as {caller}"] = world.Portal.Sql.Commands.Count(c =>
                    !c.Contains("AuditHeads", StringComparison.Ordinal)
                    && !c.Contains("AuditWaiting", StringComparison.Ordinal)
                    && !c.Contains("INSERT INTO", StringComparison.Ordinal)
                );
            }
        }

        return counts;
    }
}
