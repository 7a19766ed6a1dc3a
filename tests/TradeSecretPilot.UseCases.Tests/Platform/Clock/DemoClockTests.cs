using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Demo.World;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Clock;

/// <summary>The demonstration's clock is one for all nodes on its database.</summary>
public sealed class DemoClockTests(TestDatabases databases)
{
    private static readonly DateTimeOffset Begin = BeijingTime.StartOf(new DateOnly(2022, 4, 20));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Move_OnOneNode_HoldsOnTheOther(DatabaseProvider provider)
    {
        await using var database = await databases.CreateAsync(provider);
        await using var one = NodeOn(database.Options);
        await using var two = NodeOn(database.Options);
        await one.BehindTheDoorAsync(db =>
        {
            db.ClockSettings.Add(
                new ClockSetting
                {
                    OffsetTicks = new DemoClock(TimeProvider.System).OffsetFor(Begin).Ticks,
                    IsReady = true,
                }
            );
            return db.SaveChangesAsync(Ct);
        });
        var (here, there) = (Control(one), Control(two));
        await here.PrepareAsync(Ct);
        await there.PrepareAsync(Ct);
        var target = here.Now.AddHours(1);

        Assert.Null((await here.MoveToAsync(target, Ct)).Refusal);
        Assert.InRange(there.Now, DateTimeOffset.MinValue, target.AddMinutes(-1));
        await there.FollowAsync(Ct);

        Assert.InRange((there.Now - here.Now).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        // What the other node would do next it does from there on: the clock never goes back.
        Assert.Equal(
            "DemoClock.Backwards",
            (await there.MoveToAsync(target.AddMinutes(-30), Ct)).Refusal?.Code
        );
    }

    private static DemoControl Control(TestPortal node) =>
        node.Services.GetRequiredService<DemoControl>();

    private static TestPortal NodeOn(DatabaseOptions database) =>
        new(
            database,
            configure: services =>
                services
                    .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
                    .AddDemonstration()
        );
}
