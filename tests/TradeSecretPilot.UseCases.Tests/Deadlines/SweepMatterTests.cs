using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Deadlines;

/// <summary>The sweep taken apart into its matters does what it does as a whole, whatever the order they run in.</summary>
public sealed class SweepMatterTests(TestDatabases databases)
{
    private static readonly DeadlineMatter[] Lifecycle = Enum.GetValues<DeadlineMatter>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider, string> Orders { get; } =
        new()
        {
            { DatabaseProvider.Sqlite, "lifecycle" },
            { DatabaseProvider.Sqlite, "reversed" },
            { DatabaseProvider.Sqlite, "shuffled" },
            { DatabaseProvider.PostgreSql, "reversed" },
        };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Matters_InAnyOrder_DoWhatOneSweepDoes(DatabaseProvider provider, string order)
    {
        await using var whole = await databases.CreateWorldAsync(provider);
        await using var parts = await databases.CreateWorldAsync(provider);
        foreach (var now in Days)
        {
            whole.Portal.Clock.Set(now);
            await whole.Portal.AsJobAsync(
                DeadlineSweep.Job,
                (DeadlineSweep u) => u.ExecuteAsync(Ct)
            );
            parts.Portal.Clock.Set(now);
            foreach (var matter in InOrder(order))
            {
                await RunAsync(parts.Portal, matter);
            }

            Assert.Equal(await StateAsync(whole), await StateAsync(parts));
        }
    }

    [Fact]
    public async Task Matters_AllAtOnceOnTwoNodes_DoWhatOneSweepDoes()
    {
        await using var whole = await databases.CreateWorldAsync(DatabaseProvider.PostgreSql);
        await using var parts = await databases.CreateWorldAsync(DatabaseProvider.PostgreSql);
        await using var other = parts.AnotherNode();
        var now = Latest;
        foreach (var node in new[] { whole.Portal, parts.Portal, other })
        {
            node.Clock.Set(now);
        }

        await whole.Portal.AsJobAsync(DeadlineSweep.Job, (DeadlineSweep u) => u.ExecuteAsync(Ct));
        await Task.WhenAll(
            new[] { parts.Portal, other }.SelectMany(node =>
                Lifecycle.Select(matter => Task.Run(() => RunAsync(node, matter), Ct))
            )
        );

        // What runs that crossed left to each other is the next minute's, were there any.
        await parts.Portal.AsJobAsync(DeadlineSweep.Job, (DeadlineSweep u) => u.ExecuteAsync(Ct));
        Assert.Equal(await StateAsync(whole), await StateAsync(parts));
    }

    [Theory]
    [InlineData(DeadlineMatter.DraftLapses, DueActionKind.LapseDraft)]
    [InlineData(DeadlineMatter.ForwardingClosures, DueActionKind.CloseForwarding)]
    [InlineData(DeadlineMatter.PublicationAlarms, DueActionKind.AlarmPublication)]
    [InlineData(DeadlineMatter.MissingReports, DueActionKind.MarkMissing)]
    public async Task Matter_RunByItself_IsDone_AndAgainIsNothing(
        DeadlineMatter matter,
        DueActionKind kind
    )
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        world.Portal.Clock.Set(Latest);

        var first = await RunAsync(world.Portal, matter);
        var again = await RunAsync(world.Portal, matter);

        Assert.InRange(first.Done, 1, int.MaxValue);
        Assert.Equal(new SweepMatter.View(0, 0), again);
        Assert.Equal(
            first.Done,
            await world.BehindTheDoorAsync(db =>
                db.DueActions.CountAsync(d => d.Kind == kind && d.DoneAt == Latest, Ct)
            )
        );
    }

    [Fact]
    public async Task Matter_ThatDependsOnNothing_LeavesTheOthersAlone()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        world.Portal.Clock.Set(Latest);

        await RunAsync(world.Portal, DeadlineMatter.PublicationAlarms);

        var kinds = await world.BehindTheDoorAsync(db =>
            db.DueActions.Where(d => d.DoneAt == Latest).Select(d => d.Kind).ToListAsync(Ct)
        );
        Assert.All(kinds, k => Assert.Equal(DueActionKind.AlarmPublication, k));
        Assert.NotEmpty(kinds);
    }

    /// <summary>Around the deadlines of the test world, and after a long outage.</summary>
    private static DateTimeOffset[] Days { get; } =
    [
        WorldBuilder.At(2022, 12, 26),
        WorldBuilder.At(2023, 1, 3),
        WorldBuilder.At(2023, 3, 20),
        WorldBuilder.At(2026, 1, 10),
    ];

    private static DateTimeOffset Latest { get; } = Days[^1];

    private static IEnumerable<DeadlineMatter> InOrder(string order) =>
        order switch
        {
            "lifecycle" => Lifecycle,
            "reversed" => Lifecycle.Reverse(),
            _ => Shuffled(),
        };

    private static DeadlineMatter[] Shuffled()
    {
        var matters = Lifecycle.ToArray();
        new Random(20220515).Shuffle(matters);
        return matters;
    }

    private static Task<SweepMatter.View> RunAsync(TestPortal node, DeadlineMatter matter) =>
        node.AsJobAsync(DeadlineSweep.Job, (SweepMatter u) => u.ExecuteAsync(new(matter), Ct));

    /// <summary>Everything that a sweep leaves, without the order in which it was left.</summary>
    private static async Task<string> StateAsync(World world) =>
        string.Join(
            '\n',
            await world.BehindTheDoorAsync(async db =>
                (await db.DueActions.ToListAsync(Ct))
                    .Select(d => $"{d.Key} {d.DoneAt:O} {d.Outcome}")
                    .Concat(
                        (await db.Notices.ToListAsync(Ct)).Select(n =>
                            $"{n.AccountId} {n.At:O} {n.Zh}"
                        )
                    )
                    .Concat(
                        (await db.OutboxMessages.ToListAsync(Ct)).Select(m => $"{m.To} {m.Body}")
                    )
                    .Concat(
                        (await db.RecordEvents.ToListAsync(Ct)).Select(e =>
                            $"{e.SubjectId} {e.At:O} {e.Act}"
                        )
                    )
                    .Concat(
                        (await db.AuditEntries.ToListAsync(Ct)).Select(e =>
                            $"{e.At:O} {e.ActorName} {e.Act} {e.SubjectId}"
                        )
                    )
                    .Concat(
                        (await db.Applications.ToListAsync(Ct)).Select(a => $"{a.Id} {a.Status}")
                    )
                    .Concat((await db.Batches.ToListAsync(Ct)).Select(b => $"{b.Id} {b.Stage}"))
                    .Concat(
                        (await db.ReportObligations.ToListAsync(Ct)).Select(o =>
                            $"{o.Id} {o.Status}"
                        )
                    )
                    .Order(StringComparer.Ordinal)
            )
        );
}
