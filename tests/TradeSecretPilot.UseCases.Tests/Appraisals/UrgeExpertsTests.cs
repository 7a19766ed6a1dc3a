using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Appraisals;

/// <summary>Experts are reminded of their day: by the calendar, and by hand.</summary>
public sealed class UrgeExpertsTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Urge_AnExpertWhoOwesSheets_TellsHowMany_OnceADay(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var owing = world.Cast.Experts[0];
        var now = WorldBuilder.Now.AddHours(1);
        world.Portal.Clock.Set(now);

        Assert.Null((await UrgeAsync(world, owing)).Refusal);

        Assert.Contains("工作组催办", Assert.Single(await NoticesAsync(world, owing)));
        Assert.Contains("还有2份", (await NoticesAsync(world, owing))[0]);
        var panel = await world.MustAsync(
            world.Cast.WorkingGroup,
            (GetPanel u) => u.ExecuteAsync(new(world.Cast.Appraising), Ct)
        );
        Assert.Equal(now, panel.Members.Single(m => m.ExpertId == owing).UrgedAt);

        world.Portal.Clock.Set(now.AddHours(1));
        var before = await world.TracesAsync();
        var again = await UrgeAsync(world, owing);
        Assert.Equal("ExpertPanel.UrgedToday", again.Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());

        world.Portal.Clock.Set(now.AddDays(1));
        Assert.Null((await UrgeAsync(world, owing)).Refusal);
        Assert.Equal(2, (await NoticesAsync(world, owing)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Urge_OneOfThemOwesNothing_NobodyIsTold(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await world.TracesAsync();

        var answer = await UrgeAsync(world, world.Cast.Experts[0], world.Cast.Experts[1]);

        Assert.Equal("ExpertPanel.NothingToUrge", answer.Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Sweep_AfterThePanelsDay_RemindsThoseWhoOwe_AndTheWorkingGroup_Once(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;

        var now = WorldBuilder.Now.AddDays(8);
        world.Portal.Clock.Set(now);

        await SweepAsync(world);
        await SweepAsync(world);

        Assert.Contains(
            "还有2份评分表没有提交，评分截止日",
            Assert.Single(await NoticesAsync(world, cast.Experts[0]))
        );
        Assert.Empty(await NoticesAsync(world, cast.Experts[1]));
        Assert.Contains("位专家还有", Assert.Single(await NoticesAsync(world, cast.WorkingGroup)));
        var outcomes = await world.BehindTheDoorAsync(db =>
            db.DueActions.Where(d => d.Kind == DueActionKind.RemindScoring && d.DoneAt == now)
                .OrderBy(d => d.DueAt)
                .Select(d => d.Outcome)
                .ToListAsync(Ct)
        );
        Assert.Equal(DueActionOutcome.Done, outcomes[^1]);
        Assert.All(outcomes.SkipLast(1), o => Assert.Equal(DueActionOutcome.Superseded, o));
    }

    private static Task<Result> UrgeAsync(World world, params Guid[] experts) =>
        world.AsAsync(
            world.Cast.WorkingGroup,
            (UrgeExperts u) => u.ExecuteAsync(new(world.Cast.Appraising, experts, Seen.Present), Ct)
        );

    private static Task<SweepMatter.View> SweepAsync(World world) =>
        world.Portal.AsJobAsync(
            DeadlineSweep.Job,
            (SweepMatter u) => u.ExecuteAsync(new(DeadlineMatter.ScoringReminders), Ct)
        );

    /// <summary>What an account was told of open sheets in the test, latest first.</summary>
    private static Task<List<string>> NoticesAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(db =>
            db.Notices.Where(n =>
                    n.AccountId == account
                    && n.At > WorldBuilder.Now
                    && n.Zh.Contains("份评分表没有提交")
                )
                .OrderByDescending(n => n.At)
                .Select(n => n.Zh)
                .ToListAsync(Ct)
        );
}
