using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Deadlines;

/// <summary>What is due and cannot be done does not go unnoticed.</summary>
public sealed class StalledItemTests(TestDatabases databases)
{
    private static readonly DateTimeOffset Deadline = BeijingTime.EndOf(new DateOnly(2022, 12, 25));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Sweep_RefusedThreeTimes_TellsTheSystemAdministratorOnce(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var draft = world.Cast.Application(world.Cast.Open, world.Cast.A[0]);
        var done = DueAction.Done(DueActionKind.LapseDraft, draft, Deadline, Deadline);
        // Noted as done, and not done: no sweep can do it any more.
        await world.BehindTheDoorAsync(db =>
        {
            db.DueActions.Add(done);
            return db.SaveChangesAsync(Ct);
        });

        var told = new List<int>();
        var stalled = new List<int>();
        for (var minute = 0; minute < 5; minute++)
        {
            world.Portal.Clock.Set(Deadline.AddMinutes(minute));
            await SweepAsync(world);
            // Before the matters that depend on it, in the same minute: not another try.
            await SweepAsync(world);
            told.Add(await CountAlarmsAsync(world));
            stalled.Add((await ListAsync(world)).Total);
        }

        Assert.Equal([0, 0, 1, 1, 1], told);
        Assert.Equal([0, 0, 1, 1, 1], stalled);
        var row = Assert.Single((await ListAsync(world)).Rows);
        Assert.Equal(done.Key, row.Key);
        Assert.Equal("Platform.AlreadyDone", row.Reason);
        Assert.Equal(5, row.Refusals);

        await world.BehindTheDoorAsync(async db =>
        {
            db.DueActions.Remove(await db.DueActions.SingleAsync(d => d.Key == done.Key, Ct));
            return await db.SaveChangesAsync(Ct);
        });
        await SweepAsync(world);
        await SweepAsync(world);

        Assert.Equal(0, (await ListAsync(world)).Total);
        Assert.Equal(
            ApplicationStatus.Lapsed,
            await world.BehindTheDoorAsync(db =>
                db.Applications.Where(a => a.Id == draft).Select(a => a.Status).SingleAsync(Ct)
            )
        );
    }

    private static Task<DeadlineSweep.View> SweepAsync(World world) =>
        world.Portal.AsJobAsync(DeadlineSweep.Job, (DeadlineSweep u) => u.ExecuteAsync(Ct));

    private static Task<ListStalledItems.View> ListAsync(World world) =>
        world.AsAsync(world.Cast.SystemAdmin, (ListStalledItems u) => u.ExecuteAsync(Ct));

    private static Task<int> CountAlarmsAsync(World world) =>
        world.BehindTheDoorAsync(db =>
            db.Notices.CountAsync(
                n => n.AccountId == world.Cast.SystemAdmin && n.Zh.StartsWith("到期事项"),
                Ct
            )
        );
}
