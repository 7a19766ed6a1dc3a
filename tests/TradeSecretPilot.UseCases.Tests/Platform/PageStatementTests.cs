using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>How often the pages people open most ask the database, for each role; ten times the data changes nothing.</summary>
public sealed class PageStatementTests(TestDatabases databases)
{
    private const int Times = 10;
    private const int Line = 5;

    // The account, the batch with its call, and one count of everything.
    private static readonly Page Shell = new("frame", typeof(GetShell), 3);

    private static readonly Page[] Pages =
    [
        Shell,
        new("inbox", typeof(GetInbox), 10),
        new("notices", typeof(ListNotices), 3),
        new("list", typeof(ListApplications), 6),
        // With the line that the first reading of a day leaves in the audit trail: asked for, and written by four.
        new("record", typeof(GetApplication), 9 + Line),
        new("selection", typeof(GetSelection), 5 + Line),
    ];

    private sealed record Page(string Name, Type UseCase, int Most);

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pages_EveryRole_WithinTheirStatements(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await CountAsync(world);
        await WorldGrowth.GrowAsync(world, Times);
        var after = await CountAsync(world);

        Findings.None(
            before
                .Where(c => c.Value > c.Key.Page.Most)
                .Select(c =>
                    $"{c.Key.Page.Name} as {c.Key.Who}: {c.Value} statements, {c.Key.Page.Most} at most"
                )
                .Concat(
                    before
                        .Where(c => after[c.Key] > c.Value)
                        .Select(c =>
                            $"{c.Key.Page.Name} as {c.Key.Who}: {c.Value} statements, then {after[c.Key]}"
                        )
                )
        );
        // Each page was read by all who may: a page that nobody reads proves nothing.
        Assert.Equal(Pages.Length, before.Keys.Select(k => k.Page).Distinct().Count());
        Assert.Equal(Who.Accounts.Members().Count(), before.Keys.Count(k => k.Page == Shell));
    }

    private static async Task<Dictionary<(Page Page, Who Who), int>> CountAsync(World world)
    {
        var counts = new Dictionary<(Page, Who), int>();
        foreach (var page in Pages)
        {
            var row = UseCaseTable.Rows.Single(r => r.UseCase == page.UseCase);
            foreach (var caller in row.Holders.Members().Where(w => w != Who.Job))
            {
                world.Portal.Sql.Clear();
                await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
                counts[(page, caller)] = world.Portal.Sql.Commands.Count;
            }
        }

        return counts;
    }
}
