using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Tests.Workflow;

/// <summary>修改记录: the texts that were written on are kept for their authors, and can be put back.</summary>
public sealed class DraftHistoryTests(TestDatabases databases)
{
    private const int Begun = 0;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Save_ByOneAuthor_KeepsOneTextInTenMinutes(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var drafter = world.Cast.A[Begun].Drafter;
        var first = await ReadAsync(world);

        foreach (var minute in Enumerable.Range(1, 25))
        {
            world.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
            await SaveAsync(world, drafter, p => p with { Phasing = $"（示例）第{minute}分钟。" });
        }

        var history = await ReadAsync(world);
        // Before the first of them what was saved long ago, then the text of every ten minutes.
        Assert.Equal(first.History.SavedAt, history.History.Entries[^1].SavedAt);
        Assert.InRange(history.History.Entries.Count, 3, 4);
        Assert.Equal(["phasing"], history.History.Changed);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Save_OverAColleague_KeepsWhatTheColleagueWroteLast(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (drafter, approver) = (world.Cast.A[Begun].Drafter, world.Cast.A[Begun].Approver);
        await SaveAsync(world, drafter, p => p with { Approach = "（示例）起草人先写的。" });
        world.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(world, drafter, p => p with { Approach = "（示例）起草人写完的。" });
        world.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var written = (await ReadAsync(world)).History.SavedAt;

        await SaveAsync(world, approver, p => p with { Approach = "" });

        var entry = (await ReadAsync(world)).History.Entries[0];
        Assert.Equal(written, entry.SavedAt);
        var kept = await ReadAsync(world, entry.Id);
        Assert.Equal("（示例）起草人写完的。", kept.Chosen!.Approach);
        Assert.Equal(["approach"], kept.History.Changed);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Save_ByTwoAtOnce_KeepsOneTextOfEach(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (drafter, approver) = (world.Cast.A[Begun].Drafter, world.Cast.A[Begun].Approver);
        var before = (await ReadAsync(world)).History.Entries.Count;

        foreach (var second in Enumerable.Range(1, 10))
        {
            world.Portal.Clock.Advance(TimeSpan.FromSeconds(5));
            await SaveAsync(world, drafter, p => p with { Approach = $"（示例）起草{second}。" });
            await SaveAsync(world, approver, p => p with { Phasing = $"（示例）审定{second}。" });
        }

        var entries = (await ReadAsync(world)).History.Entries.SkipLast(before).ToList();
        Assert.InRange(entries.Count, 2, 3);
        Assert.Equal(2, entries.Select(e => e.SavedBy).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Restore_EarlierPlan_PutsItsTextBackAndKeepsThePresentOne(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (drafter, approver) = (world.Cast.A[Begun].Drafter, world.Cast.A[Begun].Approver);
        var whole = (await ReadAsync(world)).Plan;
        Assert.NotEmpty(whole.Measures);
        await SaveAsync(world, approver, p => p with { Measures = [] });
        var emptied = await ReadAsync(world);
        var entry = emptied.History.Entries[0];

        await world.MustAsync(
            drafter,
            (RestorePlan u) =>
                u.ExecuteAsync(new(emptied.ApplicationId, entry.Id, emptied.History.Version), Ct)
        );

        var restored = await ReadAsync(world);
        Assert.Equal(whole.Measures, restored.Plan.Measures);
        var kept = await ReadAsync(world, restored.History.Entries[0].Id);
        Assert.Empty(kept.Chosen!.Measures);
        Assert.Equal(["measures"], kept.History.Changed);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Restore_EarlierReport_PutsItsTextBack(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (drafter, approver) = (world.Cast.A[Begun].Drafter, world.Cast.A[Begun].Approver);
        var report = world.Cast.Report(world.Cast.A[Begun], 1);
        var before = await ReportAsync();
        await SaveReportAsync(
            before,
            before.Content with
            {
                Summary = "（示例）起草人写的总体进展。",
            },
            drafter
        );
        var written = await ReportAsync();
        await SaveReportAsync(written, ReportContent.Empty, approver);
        var emptied = await ReportAsync();
        Assert.Contains("summary", emptied.History.Changed);

        await world.MustAsync(
            approver,
            (RestoreReport u) =>
                u.ExecuteAsync(
                    new(report, emptied.History.Entries[0].Id, emptied.History.Version),
                    Ct
                )
        );

        Assert.Equal("（示例）起草人写的总体进展。", (await ReportAsync()).Content.Summary);

        Task<GetReportHistory.View> ReportAsync() =>
            world.MustAsync(drafter, (GetReportHistory u) => u.ExecuteAsync(new(report), Ct));

        Task SaveReportAsync(GetReportHistory.View on, ReportContent content, Guid by) =>
            world.MustAsync(
                by,
                (SaveReport u) => u.ExecuteAsync(new(report, on.History.Version, content), Ct)
            );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Read_EntryOfAnotherRecord_IsNotFound(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await SaveAsync(world, world.Cast.A[Begun].Drafter, p => p with { Phasing = "（示例）" });
        var entry = (await ReadAsync(world)).History.Entries[0].Id;
        var other = world.Cast.A[2];

        var foreign = await world.AsAsync(
            other.Drafter,
            (GetPlanHistory u) =>
                u.ExecuteAsync(new(world.Cast.Application(world.Cast.Open, other), entry), Ct)
        );

        Assert.Equal("Draft.NotFound", foreign.Refusal?.Code);
    }

    private static Guid Application(World world) =>
        world.Cast.Application(world.Cast.Open, world.Cast.A[Begun]);

    private static Task<GetPlanHistory.View> ReadAsync(World world, Guid? draft = null) =>
        world.MustAsync(
            world.Cast.A[Begun].Drafter,
            (GetPlanHistory u) => u.ExecuteAsync(new(Application(world), draft), Ct)
        );

    private static async Task SaveAsync(World world, Guid by, Func<WorkPlan, WorkPlan> write)
    {
        var present = await ReadAsync(world);
        await world.MustAsync(
            by,
            (SaveWorkPlan u) =>
                u.ExecuteAsync(
                    new(Application(world), present.History.Version, write(present.Plan)),
                    Ct
                )
        );
    }
}
