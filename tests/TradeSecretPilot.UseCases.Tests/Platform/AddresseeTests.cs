using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Whoever is told something is found in one statement, however many messages an act writes.</summary>
public sealed class AddresseeTests(TestDatabases databases)
{
    private const int Times = 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Publish_TenTimesTheRegions_AsksForAccountsOnce(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await WorldGrowth.GrowAsync(world, Times);
        await world.BehindTheDoorAsync(db =>
            db.Batches.Where(b => b.Id == world.Cast.Decided)
                .ExecuteUpdateAsync(s => s.SetProperty(b => b.MaxSeats, 100), Ct)
        );
        var notices = await world.BehindTheDoorAsync(db => db.Notices.CountAsync(Ct));
        world.Portal.Sql.Clear();

        await world.MustAsync(
            world.Cast.Lead,
            (PublishAnnouncement u) =>
                u.ExecuteAsync(new(world.Cast.Decided, "示例〔2022〕9号", Seen.Present), Ct)
        );

        Assert.Single(
            world.Portal.Sql.Commands,
            c => c.StartsWith("SELECT", StringComparison.Ordinal) && c.Contains("\"Email\"")
        );
        // A drafter and an approver of each of 30 regions, two accounts of each of two provinces.
        Assert.Equal(
            (30 * 2) + 4,
            await world.BehindTheDoorAsync(db => db.Notices.CountAsync(Ct)) - notices
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Of_EveryWayOfAddressing_FindsThoseAndNoOthers(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        Recipients[] all =
        [
            Recipients.Account(cast.Experts[0]),
            Recipients.Organization(cast.B[1].OrganizationId),
            Recipients.Organizations([]),
            Recipients.Province(WorldBuilder.ProvinceA),
            Recipients.Lead,
            Recipients.WorkingGroup,
        ];

        var found = await world.Portal.LookAsync(
            Tenancy.None,
            async db =>
            {
                var addressees = await Addressees.ReadAsync(db, all, Ct);
                return all.Select(r => addressees.Of(r).Select(a => a.Id).Order().ToList())
                    .ToList();
            }
        );

        Guid[][] expected =
        [
            [cast.Experts[0]],
            [cast.B[1].Drafter, cast.B[1].Approver],
            [],
            [cast.ProvinceA.Reviewer, cast.ProvinceA.Approver],
            [cast.Lead],
            [cast.WorkingGroup, cast.Lead],
        ];
        Assert.Equal(expected.Select(e => e.Order().ToList()), found);
    }
}
