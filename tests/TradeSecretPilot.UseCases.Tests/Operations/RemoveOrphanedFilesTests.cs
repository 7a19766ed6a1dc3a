using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Operations;

/// <summary>The nightly clean-up removes what nobody can need, after long enough, and nothing else.</summary>
public sealed class RemoveOrphanedFilesTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task CleanUp_UploadsOfAMonthAgo_SavedStays_UnsavedGoesAfterTwoNights(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var region = world.Cast.A[0];
        var saved = await UploadAsync(world, "存了");
        await SaveAsync(world, saved);
        var unsaved = await UploadAsync(world, "没有存");
        Age(world);

        await UploadedDaysAgoAsync(world, RemoveOrphanedFiles.KeptDays - 1);
        Assert.Equal(0, (await CleanUpAsync(world)).Total);
        await UploadedDaysAgoAsync(world, RemoveOrphanedFiles.KeptDays + 1);
        Assert.Equal((1, 0), await CountAsync(world));
        Assert.Equal((0, 0), await CountAsync(world));
        Assert.True(Has(world, unsaved));
        await SetAsideDaysAgoAsync(world, 1);
        Assert.Equal((0, 1), await CountAsync(world));

        Assert.False(Has(world, unsaved));
        Assert.True(Has(world, saved));
        var left = await world.BehindTheDoorAsync(db =>
            db.StoredFiles.Where(f => f.OrganizationId == region.OrganizationId)
                .Select(f => f.Sha256)
                .ToListAsync(Ct)
        );
        Assert.Contains(saved.Sha256, left);
        Assert.DoesNotContain(unsaved.Sha256, left);
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.AnyAsync(e => e.Act == "File.Removed", Ct)
            )
        );
    }

    [Fact]
    public async Task SetAside_CannotBeAttached_UntilItIsUploadedAgain()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var unsaved = await UploadAsync(world, "没有存");
        await UploadedDaysAgoAsync(world, RemoveOrphanedFiles.KeptDays + 1);
        await CleanUpAsync(world);

        Assert.Equal("Attachment.FileUnknown", (await TrySaveAsync(world, unsaved)).Refusal?.Code);

        var again = await UploadAsync(world, "没有存");
        Assert.Equal(unsaved.Sha256, again.Sha256);
        Assert.Null((await TrySaveAsync(world, again)).Refusal);
        await UploadedDaysAgoAsync(world, RemoveOrphanedFiles.KeptDays + 1);
        Assert.Equal((0, 0), await CountAsync(world));
        Assert.True(Has(world, again));
    }

    /// <summary>A save that had seen the file before it was set aside, and is committed after.</summary>
    [Fact]
    public async Task SetAside_ButSavedByAnActUnderWay_IsFoundAndStays()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var file = await UploadAsync(world, "同时");
        await SaveAsync(world, file);
        await UploadedDaysAgoAsync(world, RemoveOrphanedFiles.KeptDays + 3);
        await SetAsideDaysAgoAsync(world, 2);

        Assert.Equal(0, (await CleanUpAsync(world)).Removed);

        Assert.True(Has(world, file));
    }

    [Fact]
    public async Task CleanUp_FilesWithoutARecord_OldOnesGo_YoungAndNamedStay()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var young = TestFiles.Pdf("刚刚中断");
        await world.Portal.KeepAsync(TestFiles.Pdf("早已中断"), Ct);
        Age(world);
        await world.Portal.KeepAsync(young, Ct);
        var folder = Path.GetDirectoryName(world.Portal.Files()[0])!;
        var part = Path.Combine(folder, "half.part");
        await File.WriteAllTextAsync(part, "x", Ct);
        File.SetLastWriteTimeUtc(part, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));
        var before = world.Portal.Files().Count;

        var done = await CleanUpAsync(world);

        // What plans, reports and seals of the world name stays, old as it is.
        Assert.Equal((1, 1), (done.Unregistered, done.Unfinished));
        Assert.Equal(before - 2, world.Portal.Files().Count);
        Assert.Equal(0, (await CleanUpAsync(world)).Total);
    }

    [Fact]
    public async Task CleanUp_ContentSentAgainMeanwhile_Stays()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var content = TestFiles.Pdf("又来");
        await world.Portal.KeepAsync(content, Ct);
        Age(world);
        await world.Portal.KeepAsync(content, Ct);

        Assert.Equal(0, (await CleanUpAsync(world)).Unregistered);
    }

    private static Task<RemoveOrphanedFiles.View> CleanUpAsync(World world) =>
        world.Portal.AsJobAsync(
            RemoveOrphanedFiles.Job,
            (RemoveOrphanedFiles u) => u.ExecuteAsync(Ct)
        );

    private static async Task<(int SetAside, int Removed)> CountAsync(World world)
    {
        var done = await CleanUpAsync(world);
        return (done.SetAside, done.Removed);
    }

    private static Task<int> UploadedDaysAgoAsync(World world, int days) =>
        world.BehindTheDoorAsync(db =>
            db.StoredFiles.ExecuteUpdateAsync(
                s => s.SetProperty(f => f.UploadedAt, WorldBuilder.Now.AddDays(-days)),
                Ct
            )
        );

    private static Task<int> SetAsideDaysAgoAsync(World world, int days) =>
        world.BehindTheDoorAsync(db =>
            db.StoredFiles.Where(f => f.FoundAt == null)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(
                            f => f.OrphanedAt,
                            (DateTimeOffset?)WorldBuilder.Now.AddDays(-days)
                        ),
                    Ct
                )
        );

    /// <summary>Makes every file on the disk two months old.</summary>
    private static void Age(World world) =>
        world
            .Portal.Files()
            .ForEach(f =>
                File.SetLastWriteTimeUtc(
                    f,
                    TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-60)
                )
            );

    private static bool Has(World world, Attachment attachment) =>
        world
            .Portal.Files()
            .Exists(f => f.Contains(attachment.Sha256, StringComparison.OrdinalIgnoreCase));

    private static Task<Attachment> UploadAsync(World world, string text) =>
        world.MustAsync(
            world.Cast.A[0].Drafter,
            (UploadFile u) => u.ExecuteAsync(TestFiles.Upload(TestFiles.Pdf(text)), Ct)
        );

    private static async Task SaveAsync(World world, Attachment attachment) =>
        Assert.Null((await TrySaveAsync(world, attachment)).Refusal);

    private static async Task<Result<SaveWorkPlan.View>> TrySaveAsync(
        World world,
        Attachment attachment
    )
    {
        var draft = world.Cast.Application(world.Cast.Open, world.Cast.A[0]);
        var row = await world.BehindTheDoorAsync(db =>
            db.Applications.AsNoTracking().SingleAsync(a => a.Id == draft, Ct)
        );
        return await world.AsAsync(
            world.Cast.A[0].Drafter,
            (SaveWorkPlan u) =>
                u.ExecuteAsync(
                    new(
                        draft,
                        row.Version,
                        row.Plan with
                        {
                            Attachments = [.. row.Plan.Attachments, attachment],
                        }
                    ),
                    Ct
                )
        );
    }
}
