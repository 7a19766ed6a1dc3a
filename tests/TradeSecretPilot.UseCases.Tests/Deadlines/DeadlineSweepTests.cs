using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Demo.Rehearsals;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Deadlines;

/// <summary>What falls due is done once: by one sweep, by two, and after months without any.</summary>
public sealed class DeadlineSweepTests(TestDatabases databases)
{
    private static readonly DateTimeOffset ProvinceADeadline = BeijingTime.EndOf(
        new DateOnly(2022, 12, 25)
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Sweep_Twice_IsOnce(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        world.Portal.Clock.Set(WorldBuilder.At(2023, 1, 20));
        var before = await world.TracesAsync();

        var first = await SweepAsync(world.Portal);
        var between = await world.TracesAsync();
        var second = await SweepAsync(world.Portal);

        Assert.Equal(between.DueActions - before.DueActions, first.Done);
        Assert.InRange(first.Done, 10, int.MaxValue);
        Assert.Equal(new DeadlineSweep.View(0, 0), second);
        Assert.Equal(between, await world.TracesAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Sweep_OnTwoNodesAtOnce_EachThingOnce(DatabaseProvider provider)
    {
        await using var alone = await databases.CreateWorldAsync(provider);
        await using var world = await databases.CreateWorldAsync(provider);
        await using var other = world.AnotherNode();
        foreach (var node in new[] { alone.Portal, world.Portal, other })
        {
            node.Clock.Set(WorldBuilder.At(2023, 1, 20));
        }

        await SweepAsync(alone.Portal);
        var (before, expected) = (await world.TracesAsync(), await alone.TracesAsync());
        var sweeps = await Task.WhenAll(
            Task.Run(() => SweepAsync(world.Portal), Ct),
            Task.Run(() => SweepAsync(other), Ct)
        );

        // What one node left to the other is the next sweep's, were there any.
        await SweepAsync(world.Portal);
        var after = await world.TracesAsync();
        Assert.Equal(expected.DueActions, after.DueActions);
        Assert.Equal(expected.AuditEntries, after.AuditEntries);
        Assert.Equal(expected.Events, after.Events);
        Assert.Equal(expected.Notices, after.Notices);
        Assert.Equal(expected.Mails, after.Mails);
        Assert.InRange(sweeps.Sum(s => s.Done), 1, after.DueActions - before.DueActions);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Sweep_AfterThreeMonths_CatchesUpInOrder(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var now = WorldBuilder.At(2023, 3, 20);
        var before = await world.TracesAsync();
        world.Portal.Clock.Set(now);

        await SweepAsync(world.Portal);

        var acts = await world.BehindTheDoorAsync(db =>
            db.AuditEntries.Where(e => e.Sequence > before.AuditSequence)
                .OrderBy(e => e.Sequence)
                .Select(e => e.Act)
                .ToListAsync(Ct)
        );
        DueActionKind[] order =
        [
            DueActionKind.RemindSubmission,
            DueActionKind.RemindForwarding,
            DueActionKind.LapseDraft,
            DueActionKind.CloseForwarding,
            DueActionKind.AlarmPublication,
            DueActionKind.RemindReport,
            DueActionKind.MarkMissing,
        ];
        var firsts = order.Select(k => acts.IndexOf($"Deadline.{k}")).ToList();
        Assert.DoesNotContain(-1, firsts);
        Assert.Equal(firsts.Order(), firsts);

        await world.BehindTheDoorAsync(async db =>
        {
            foreach (var owner in new[] { cast.A[0], cast.A[2], cast.B[1] })
            {
                Assert.Equal(ApplicationStatus.Lapsed, await StatusAsync(world, cast.Open, owner));
            }

            Assert.Equal(
                BatchStage.Appraising,
                await db.Batches.Where(b => b.Id == cast.Open).Select(b => b.Stage).SingleAsync(Ct)
            );
            Assert.Equal(
                ReportStatus.Missing,
                await db
                    .ReportObligations.Where(o => o.Id == cast.Report(cast.A[0], 1))
                    .Select(o => o.Status)
                    .SingleAsync(Ct)
            );
            var lapse = await db.DueActions.SingleAsync(
                d =>
                    d.Kind == DueActionKind.LapseDraft
                    && d.SubjectId == cast.Application(cast.Open, cast.A[0]),
                Ct
            );
            Assert.Equal((ProvinceADeadline, now), (lapse.DueAt, lapse.DoneAt));

            // Of the reminders of an overdue report the last is sent, those it overtook are noted.
            var reminders = await db
                .DueActions.Where(d =>
                    d.Kind == DueActionKind.RemindReport
                    && d.SubjectId == cast.Report(cast.A[0], 1)
                    && d.DoneAt == now
                )
                .OrderBy(d => d.DueAt)
                .Select(d => d.Outcome)
                .ToListAsync(Ct);
            Assert.InRange(reminders.Count, 5, int.MaxValue);
            Assert.All(reminders.SkipLast(1), o => Assert.Equal(DueActionOutcome.Superseded, o));
            Assert.Equal(DueActionOutcome.Done, reminders[^1]);

            // Nobody is reminded of a deadline that is over: the lapse says it all.
            Assert.False(
                await db.DueActions.AnyAsync(
                    d =>
                        (
                            d.Kind == DueActionKind.RemindSubmission
                            || d.Kind == DueActionKind.RemindForwarding
                        )
                        && d.DoneAt == now
                        && d.Outcome == DueActionOutcome.Done,
                    Ct
                )
            );
            var told = await db
                .Notices.Where(n => n.AccountId == cast.A[0].Approver && n.At == now)
                .Select(n => n.Zh)
                .ToListAsync(Ct);
            Assert.Single(told, t => t.Contains("已失效"));
            Assert.DoesNotContain(told, t => t.Contains("尚未提交"));
            return 0;
        });
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Submit_OvertakenByTheLapse_ToldAndNothingSubmitted(DatabaseProvider provider)
    {
        var held = new HeldTransactions();
        await using var world = await databases.CreateWorldAsync(
            provider,
            s => s.AddSingleton<IInterceptor>(held)
        );
        await using var sweeper = world.AnotherNode();
        world.Portal.Clock.Set(ProvinceADeadline.AddMilliseconds(-1));
        sweeper.Clock.Set(ProvinceADeadline);

        // It reached the server in time, and was not saved before the lapse was.
        var submitting = Task.Run(() => SubmitAsync(world), Ct);
        await held.Reached.WaitAsync(Ct);
        await SweepAsync(sweeper);
        held.Release();
        var answer = await submitting;

        Assert.Equal("Platform.ChangedMeanwhile", answer.Refusal?.Code);
        Assert.Equal(
            ApplicationStatus.Lapsed,
            await StatusAsync(world, world.Cast.Open, world.Cast.A[0])
        );
        Assert.Equal(0, await ReceiptsAsync(world));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lapse_OvertakenByTheSubmission_LeavesItSubmitted(DatabaseProvider provider)
    {
        var held = new HeldTransactions();
        await using var world = await databases.CreateWorldAsync(provider);
        await using var sweeper = new TestPortal(
            world.Database.Options,
            ProvinceADeadline,
            s => s.AddSingleton<IInterceptor>(held)
        );
        world.Portal.Clock.Set(ProvinceADeadline.AddMilliseconds(-1));

        var sweeping = Task.Run(() => SweepAsync(sweeper), Ct);
        await held.Reached.WaitAsync(Ct);
        var answer = await SubmitAsync(world);
        held.Release();
        await sweeping;

        Assert.Null(answer.Refusal);
        Assert.Equal(
            ApplicationStatus.Submitted,
            await StatusAsync(world, world.Cast.Open, world.Cast.A[0])
        );
        Assert.Equal(1, await ReceiptsAsync(world));
        Assert.False(
            await world.BehindTheDoorAsync(db =>
                db.DueActions.AnyAsync(
                    d =>
                        d.Kind == DueActionKind.LapseDraft
                        && d.SubjectId == world.Cast.Application(world.Cast.Open, world.Cast.A[0]),
                    Ct
                )
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lapsed_ThenExtended_GivenBack(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        world.Portal.Clock.Set(ProvinceADeadline);
        await SweepAsync(world.Portal);
        Assert.Equal(ApplicationStatus.Lapsed, await StatusAsync(world, cast.Open, cast.A[0]));

        // All regions of a province, whose unsent drafts it does not see: by the next sweep.
        await world.MustAsync(
            cast.ProvinceA.Approver,
            (SetSubmissionDeadline u) =>
                u.ExecuteAsync(new(cast.Open, new(2022, 12, 29), Seen.Present), Ct)
        );
        Assert.Equal(1, (await SweepAsync(world.Portal)).Reinstated);
        Assert.Equal(ApplicationStatus.Draft, await StatusAsync(world, cast.Open, cast.A[0]));

        // One application, by its province: at once, in the status it lapsed from.
        world.Portal.Clock.Set(BeijingTime.EndOf(new DateOnly(2022, 12, 29)));
        await SweepAsync(world.Portal);
        Assert.Equal(ApplicationStatus.Lapsed, await StatusAsync(world, cast.Open, cast.A[2]));
        await world.MustAsync(
            cast.ProvinceA.Approver,
            (ExtendApplication u) =>
                u.ExecuteAsync(
                    new(
                        cast.Application(cast.Open, cast.A[2]),
                        new(2022, 12, 30),
                        "（示例）",
                        Seen.Present
                    ),
                    Ct
                )
        );
        Assert.Equal(ApplicationStatus.Returned, await StatusAsync(world, cast.Open, cast.A[2]));

        // A province, by SAMR, after forwarding was closed: by the next sweep.
        world.Portal.Clock.Set(BeijingTime.EndOf(new DateOnly(2023, 1, 5)));
        await SweepAsync(world.Portal);
        Assert.Equal(ApplicationStatus.Lapsed, await StatusAsync(world, cast.Open, cast.B[1]));
        await world.MustAsync(
            cast.Lead,
            (ExtendProvince u) =>
                u.ExecuteAsync(
                    new(
                        cast.Open,
                        WorldBuilder.ProvinceB,
                        new(2023, 1, 20),
                        "（示例）",
                        Seen.Present
                    ),
                    Ct
                )
        );
        Assert.Equal(1, (await SweepAsync(world.Portal)).Reinstated);
        Assert.Equal(ApplicationStatus.Draft, await StatusAsync(world, cast.Open, cast.B[1]));
        var submitted = await SubmitAsync(world, cast.B[1], 3);
        Assert.Null(submitted.Refusal);
    }

    /// <summary>It was given back, and never lapsed again: that had been done for this deadline.</summary>
    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lapsed_ByANodeWhoseClockIsAhead_IsNotGivenBackByTheOther(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        world.Portal.Clock.Set(ProvinceADeadline);
        await SweepAsync(world.Portal);

        world.Portal.Clock.Set(ProvinceADeadline.AddSeconds(-2));
        Assert.Equal(0, (await SweepAsync(world.Portal)).Reinstated);

        Assert.Equal(ApplicationStatus.Lapsed, await StatusAsync(world, cast.Open, cast.A[0]));
    }

    private static Task<DeadlineSweep.View> SweepAsync(TestPortal node) =>
        node.AsJobAsync(DeadlineSweep.Job, (DeadlineSweep u) => u.ExecuteAsync(Ct));

    private static Task<Result<SubmitApplication.View>> SubmitAsync(World world) =>
        SubmitAsync(world, world.Cast.A[0], 1);

    private static Task<Result<SubmitApplication.View>> SubmitAsync(
        World world,
        SeedSample.Government owner,
        int version
    ) =>
        world.AsAsync(
            owner.Approver,
            (SubmitApplication u) =>
                u.ExecuteAsync(new(world.Cast.Application(world.Cast.Open, owner), version), Ct)
        );

    private static Task<ApplicationStatus> StatusAsync(
        World world,
        Guid batch,
        SeedSample.Government owner
    ) =>
        world.BehindTheDoorAsync(db =>
            db.Applications.Where(a => a.Id == world.Cast.Application(batch, owner))
                .Select(a => a.Status)
                .SingleAsync(Ct)
        );

    private static Task<int> ReceiptsAsync(World world) =>
        world.BehindTheDoorAsync(db =>
            db.Receipts.CountAsync(
                r => r.SubjectId == world.Cast.Application(world.Cast.Open, world.Cast.A[0]),
                Ct
            )
        );
}
