using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Organizations;

/// <summary>Organisations with their accounts, against numbers worked out by hand.</summary>
public sealed class ListOrganizationsTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task List_ByKindAndProvince_EveryOrganizationOnceWithItsAccounts(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var disabled = world.Cast.A[1].Drafter;
        await world.SetAsync<Account>(
            a => a.Id == disabled,
            v => v["DisabledAt"] = WorldBuilder.Now
        );

        var all = await ReadAsync(world, new(Paging: new(1, Paging.MaxSize)));
        var local = await ReadAsync(world, new(Kind: OrganizationKind.LocalGovernment));
        var ofA = await ReadAsync(world, new(ProvinceCode: WorldBuilder.ProvinceA));

        // SAMR, 32 provinces, nine places.
        Assert.Equal(42, all.Total);
        Assert.Equal(42, all.Items.DistinctBy(o => o.OrganizationId).Count());
        Assert.Equal(9, local.Total);
        // Two people each; one of 戊 is disabled, and 壬 has a third, who is locked and not disabled.
        Assert.Equal(
            [
                ("示例丁区", 2),
                ("示例戊高新区", 1),
                ("示例己市", 2),
                ("示例庚县", 2),
                ("示例辛市", 2),
                ("示例壬区", 3),
            ],
            ofA.Items.Where(o => o.Kind == OrganizationKind.LocalGovernment)
                .Select(o => (o.RegionName!, o.Accounts))
        );
        Assert.Equal(7, ofA.Total);
    }

    private static Task<Page<ListOrganizations.Row>> ReadAsync(
        World world,
        ListOrganizations.Input input
    ) => world.AsAsync(world.Cast.SystemAdmin, (ListOrganizations u) => u.ExecuteAsync(input, Ct));
}
