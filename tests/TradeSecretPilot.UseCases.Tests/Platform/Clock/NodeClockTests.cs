using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform.Clock;

/// <summary>A node whose clock is not the database server's.</summary>
public sealed class NodeClockTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, ClockAgreement.Together)]
    [InlineData(1000, ClockAgreement.Together)]
    [InlineData(-1001, ClockAgreement.Apart)]
    [InlineData(5000, ClockAgreement.Apart)]
    [InlineData(-5001, ClockAgreement.TooFar)]
    public void Note_HowFar_IsTheAgreement(int milliseconds, ClockAgreement agreement)
    {
        var clock = new NodeClock();

        Assert.Equal(ClockAgreement.Together, clock.Note(TimeSpan.FromMilliseconds(milliseconds)));
        Assert.Equal(agreement, clock.Agreement);
        Assert.Equal(agreement, clock.Note(TimeSpan.Zero));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Measure_ClockOfTheMachine_ByTheServers(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var options = world.Portal.Services.GetRequiredService<DbContextOptions<PilotDbContext>>();
        var right = await new DatabaseClock(options).MeasureAsync(Ct);
        var wrong = await new DatabaseClock(options)
        {
            Machine = new TestTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(-7)),
        }.MeasureAsync(Ct);

        Assert.InRange(right.Duration(), TimeSpan.Zero, NodeClock.Noticeable);
        if (provider == DatabaseProvider.Sqlite)
        {
            // A file has no clock.
            Assert.Equal(TimeSpan.Zero, wrong);
        }
        else
        {
            // Its clock stands while it is asked: it is behind by so much and the time since.
            Assert.InRange(wrong, TimeSpan.FromMinutes(-1), TimeSpan.FromSeconds(-7));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ClockTooFarApart_RefusesWhatDeadlinesDecide_AndNothingElse(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var bound = DeadlineBoundActs.Codes.ToHashSet();
        var rows = UseCaseTable
            .Rows.Where(r => r.Refused is null && r.Acts.Any(bound.Contains))
            .ToList();
        var before = await world.TracesAsync();
        var node = world.Portal.Services.GetRequiredService<NodeClock>();
        node.Note(TimeSpan.FromSeconds(-6));
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var caller = row.Holders.Members().First();
            var answer = await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
            if (Answers.RefusalOf(answer)?.Code != "Platform.ClockApart")
            {
                wrong.Add($"{row}: {Answers.RefusalOf(answer)?.Code ?? "done"}");
            }
        }

        Assert.InRange(rows.Count, 10, 100);
        Findings.None(wrong);
        Assert.Equal(before, await world.TracesAsync());

        // A draft is kept all the same.
        var saved = UseCaseTable.Rows.Single(r => r.UseCase.Name == "SaveWorkPlan");
        var author = saved.Holders.Members().First();
        Assert.Null(
            Answers.RefusalOf(await saved.CallOwnAsync(world, author, author, foreignTenant: false))
        );
    }
}
