using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Bundles;

/// <summary>打包下载: made in the background as the one who asked, fetched by nobody else, once whatever happens.</summary>
public sealed class BundleTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Bundle_Asked_IsMadeFetchedAndTold(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await DrainAsync(world);
        var reviewer = world.Cast.ProvinceA.Reviewer;
        var id = await world.MustAsync(
            reviewer,
            (BundleApplications u) =>
                u.ExecuteAsync(
                    new(BundleKind.Applications, new() { Batch = world.Cast.Running }),
                    Ct
                )
        );
        Assert.Equal(BundleStatus.Waiting, (await RowAsync(world, reviewer)).Status);

        Assert.True(await world.Portal.Maker.MakeNextAsync(Ct));

        var row = await RowAsync(world, reviewer);
        Assert.Equal((BundleStatus.Ready, 2, 2, 0), (row.Status, row.Total, row.Done, row.Refused));
        var fetched = await world.MustAsync(
            reviewer,
            (FetchBundle u) => u.ExecuteAsync(new(id), Ct)
        );
        await using var content = fetched.Content;
        await using var archive = await ZipArchive.CreateAsync(
            content,
            ZipArchiveMode.Read,
            leaveOpen: false,
            null,
            Ct
        );
        Assert.Equal(row.Bytes, content.Length);
        Assert.Equal(
            [
                $"{world.Cast.A[0].RegionName}商业秘密保护创新试点工作方案（第1版）.pdf",
                $"{world.Cast.A[1].RegionName}商业秘密保护创新试点工作方案（第1版）.pdf",
            ],
            archive.Entries.Select(e => e.Name)
        );
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.Notices.AnyAsync(n => n.AccountId == reviewer && n.Link == "/downloads", Ct)
            )
        );
        Assert.False(await world.Portal.Maker.MakeNextAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Bundle_SecondOfOnePerson_WaitsForTheFirst(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await DrainAsync(world);
        var lead = world.Cast.Lead;
        await world.MustAsync(
            lead,
            (BundleReports u) => u.ExecuteAsync(new(new() { Ordinal = 1 }), Ct)
        );
        await world.MustAsync(
            lead,
            (BundleApplications u) =>
                u.ExecuteAsync(
                    new(BundleKind.Applications, new() { Batch = world.Cast.Running }),
                    Ct
                )
        );

        var other = world.Cast.ProvinceA.Reviewer;
        await world.MustAsync(
            other,
            (BundleApplications u) =>
                u.ExecuteAsync(
                    new(BundleKind.Applications, new() { Batch = world.Cast.Running }),
                    Ct
                )
        );
        var taken = new List<Guid?>();
        for (var node = 0; node < 3; node++)
        {
            taken.Add(
                (
                    await world.Portal.AsJobAsync(
                        BundleMaker.Job,
                        (TakeBundle u) => u.ExecuteAsync(Ct)
                    )
                )?.AccountId
            );
        }

        // Asked for at one instant, in either order.
        Assert.Equal(new Guid?[] { lead, other }.Order(), taken[..2].Order());
        Assert.Null(taken[2]);
    }

    [Fact]
    public async Task Bundle_OfSomebodyElse_NotFound()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await DrainAsync(world);
        var id = await world.BehindTheDoorAsync(db => db.Bundles.Select(b => b.Id).SingleAsync(Ct));

        foreach (var other in (Guid[])[world.Cast.Lead, world.Cast.ProvinceA.Reviewer])
        {
            var fetched = await world.AsAsync(
                other,
                (FetchBundle u) => u.ExecuteAsync(new(id), Ct)
            );
            Assert.Equal("Bundle.NotFound", fetched.Refusal!.Code);
        }

        Assert.Null(
            (
                await world.AsAsync(
                    world.Cast.WorkingGroup,
                    (FetchBundle u) => u.ExecuteAsync(new(id), Ct)
                )
            ).Refusal
        );
    }

    [Fact]
    public async Task Bundle_AskedTwice_MadeOnce()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var input = new BundleReports.Input(new() { Ordinal = 1 });
        var lead = world.Cast.Lead;
        await world.MustAsync(lead, (BundleReports u) => u.ExecuteAsync(input, Ct));

        var again = await world.AsAsync(lead, (BundleReports u) => u.ExecuteAsync(input, Ct));

        Assert.Equal("Bundle.UnderWay", again.Refusal!.Code);
        Assert.Equal(
            1,
            await world.BehindTheDoorAsync(db =>
                db.Bundles.CountAsync(b => b.AccountId == lead, Ct)
            )
        );
    }

    [Fact]
    public async Task Bundle_AccountDisabledMeanwhile_Fails()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await world.BehindTheDoorAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == world.Cast.WorkingGroup, Ct);
            account.DisabledAt = WorldBuilder.Now;
            return await db.SaveChangesAsync(Ct);
        });

        await world.Portal.Maker.MakeNextAsync(Ct);

        Assert.Equal(
            (BundleStatus.Failed, BundleFailure.NotAllowed),
            await world.BehindTheDoorAsync(async db =>
            {
                var bundle = await db.Bundles.SingleAsync(Ct);
                return (bundle.Status, bundle.Failure!.Value);
            })
        );
    }

    [Fact]
    public async Task Bundle_Cancelled_IsNotMade()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var id = await world.BehindTheDoorAsync(db => db.Bundles.Select(b => b.Id).SingleAsync(Ct));
        var workingGroup = world.Cast.WorkingGroup;
        await world.MustAsync(workingGroup, (CancelBundle u) => u.ExecuteAsync(new(id), Ct));

        Assert.False(await world.Portal.Maker.MakeNextAsync(Ct));

        var again = await world.AsAsync(
            workingGroup,
            (CancelBundle u) => u.ExecuteAsync(new(id), Ct)
        );
        Assert.Equal("Bundle.NotUnderWay", again.Refusal!.Code);
        var fetched = await world.AsAsync(
            workingGroup,
            (FetchBundle u) => u.ExecuteAsync(new(id), Ct)
        );
        Assert.Equal("Bundle.NotReady", fetched.Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Bundle_NodeDiedOverIt_TakenAgainWhenTheLeaseEnds(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await using var other = world.AnotherNode();
        var taken = await world.Portal.AsJobAsync("打包", (TakeBundle u) => u.ExecuteAsync(Ct));
        Assert.NotNull(taken);

        // The other node leaves it alone while the lease runs.
        Assert.Null(await other.AsJobAsync("打包", (TakeBundle u) => u.ExecuteAsync(Ct)));
        await world.BehindTheDoorAsync(db =>
            db.Bundles.Where(b => b.Id == taken.BundleId)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(
                            b => b.LeaseUntil,
                            TimeProvider.System.GetUtcNow().AddSeconds(-1)
                        ),
                    Ct
                )
        );

        Assert.True(await other.Maker.MakeNextAsync(Ct));
        Assert.Equal(
            BundleStatus.Ready,
            await world.BehindTheDoorAsync(db => db.Bundles.Select(b => b.Status).SingleAsync(Ct))
        );
    }

    [Fact]
    public async Task Bundle_TwoNodesAtOnce_OneTakesIt()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.PostgreSql);
        await using var other = world.AnotherNode();

        var taken = await Task.WhenAll(
            world.Portal.AsJobAsync("打包", (TakeBundle u) => u.ExecuteAsync(Ct)),
            other.AsJobAsync("打包", (TakeBundle u) => u.ExecuteAsync(Ct))
        );

        Assert.Single(taken, t => t is not null);
    }

    [Fact]
    public async Task Bundle_KeptLongEnough_Expires()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await DrainAsync(world);
        await world.BehindTheDoorAsync(db =>
            db.Bundles.ExecuteUpdateAsync(
                s => s.SetProperty(b => b.KeptUntil, TimeProvider.System.GetUtcNow().AddDays(-1)),
                Ct
            )
        );

        Assert.Equal(1, await ExpireAsync(world));
        Assert.Equal(0, await ExpireAsync(world));

        var (id, status) = await world.BehindTheDoorAsync(async db =>
        {
            var bundle = await db.Bundles.SingleAsync(Ct);
            return (bundle.Id, bundle.Status);
        });
        Assert.Equal(BundleStatus.Expired, status);
        var fetched = await world.AsAsync(
            world.Cast.WorkingGroup,
            (FetchBundle u) => u.ExecuteAsync(new(id), Ct)
        );
        Assert.Equal("Bundle.NotReady", fetched.Refusal!.Code);
    }

    [Fact]
    public async Task Bundle_ThatNoNodeGotDone_GivenUp_ToldAndRetriedByTheOneWhoAsked()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var workingGroup = world.Cast.WorkingGroup;
        for (var attempt = 0; attempt < Bundle.MaxAttempts; attempt++)
        {
            Assert.NotNull(
                await world.Portal.AsJobAsync("打包", (TakeBundle u) => u.ExecuteAsync(Ct))
            );
            await EndLeaseAsync(world);
        }

        Assert.False(await world.Portal.Maker.MakeNextAsync(Ct));

        var row = await RowAsync(world, workingGroup);
        Assert.Equal((BundleStatus.Failed, BundleFailure.Interrupted), (row.Status, row.Failure));
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.Notices.AnyAsync(
                    n => n.AccountId == workingGroup && n.Zh.Contains("未能打包"),
                    Ct
                )
            )
        );
        await world.MustAsync(
            workingGroup,
            (RetryBundle u) => u.ExecuteAsync(new(row.BundleId), Ct)
        );
        Assert.Null((await RowAsync(world, workingGroup)).Failure);
        Assert.True(await world.Portal.Maker.MakeNextAsync(Ct));
        Assert.Equal(BundleStatus.Ready, (await RowAsync(world, workingGroup)).Status);
    }

    [Fact]
    public async Task Bundle_AskedFor_WakesTheJob_OnceItIsSaved()
    {
        var woken = new List<BackgroundWork>();
        await using var world = await databases.CreateWorldAsync(
            DatabaseProvider.Sqlite,
            s => s.AddSingleton(new WakeUps { Handler = woken.Add })
        );
        var input = new BundleReports.Input(new() { Ordinal = 1 });

        await world.MustAsync(world.Cast.Lead, (BundleReports u) => u.ExecuteAsync(input, Ct));
        Assert.Equal([BackgroundWork.MakeBundles], woken);

        // Refused: nothing waits, nothing wakes.
        await world.AsAsync(world.Cast.Lead, (BundleReports u) => u.ExecuteAsync(input, Ct));
        Assert.Single(woken);
    }

    private static Task<int> ExpireAsync(World world) =>
        world.Portal.AsJobAsync("清理文件", (ExpireBundles u) => u.ExecuteAsync(Ct));

    private static Task<int> EndLeaseAsync(World world) =>
        world.BehindTheDoorAsync(db =>
            db.Bundles.ExecuteUpdateAsync(
                s =>
                    s.SetProperty(
                        b => b.LeaseUntil,
                        TimeProvider.System.GetUtcNow().AddSeconds(-1)
                    ),
                Ct
            )
        );

    private static async Task<ListBundles.Row> RowAsync(World world, Guid account) =>
        Assert.Single(
            (await world.AsAsync(account, (ListBundles u) => u.ExecuteAsync(new(), Ct))).Items
        );

    /// <summary>Makes what the test world has waiting.</summary>
    private static async Task DrainAsync(World world)
    {
        while (await world.Portal.Maker.MakeNextAsync(Ct))
        {
            // The next one.
        }
    }
}
