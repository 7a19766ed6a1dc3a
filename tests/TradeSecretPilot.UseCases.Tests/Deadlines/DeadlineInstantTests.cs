using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Deadlines;

/// <summary>A command is judged by the instant it reached the server: the last millisecond is in time, 00:00:00.000 is late.</summary>
public sealed class DeadlineInstantTests(TestDatabases databases)
{
    private static readonly DateTimeOffset ProvinceADeadline = BeijingTime.EndOf(
        new DateOnly(2022, 12, 25)
    );
    private static readonly DateTimeOffset ExtendedDeadline = BeijingTime.EndOf(
        new DateOnly(2022, 12, 28)
    );
    private static readonly DateTimeOffset YearsEnd = BeijingTime.EndOf(new DateOnly(2022, 12, 31));
    private static readonly DateTimeOffset ProvinceBDeadline = BeijingTime.EndOf(
        new DateOnly(2023, 1, 5)
    );
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Submit_AroundTheProvincesDeadline(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await AssertSubmissionAsync(world, 0, ProvinceADeadline);
        await AssertSubmissionAsync(world, 2, ExtendedDeadline);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Submit_ServerInAnotherTimeZone_TheSameInstant(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "America/Los_Angeles");
            TimeZoneInfo.ClearCachedData();
            world.Portal.Clock.SetTimeZone(TimeZoneInfo.Local);

            Assert.Equal(
                TimeSpan.FromHours(-8),
                TimeZoneInfo.Local.GetUtcOffset(ProvinceADeadline)
            );
            await AssertSubmissionAsync(world, 0, ProvinceADeadline);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Forward_AroundTheNationalDeadline_AndAnExtendedOne(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var open = world.Cast.Open;
        foreach (
            var (approver, deadline) in new[]
            {
                (world.Cast.ProvinceA.Approver, YearsEnd),
                (world.Cast.ProvinceB.Approver, ProvinceBDeadline),
            }
        )
        {
            await AssertRefusedAsync(
                world,
                deadline,
                "Batch.ForwardingClosed",
                async () =>
                    (
                        await world.AsAsync(
                            approver,
                            (ForwardApplications u) =>
                                u.ExecuteAsync(new(open, "示例函9号", Seen.Present), Ct)
                        )
                    ).Refusal
            );
            world.Portal.Clock.Set(deadline - Millisecond);
            var sent = await world.MustAsync(
                approver,
                (ForwardApplications u) => u.ExecuteAsync(new(open, "示例函9号", Seen.Present), Ct)
            );
            Assert.Equal(deadline - Millisecond, sent.ForwardedAt);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Publish_FromThePublicationDateOn_LateWithAReason(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (lead, decided) = (world.Cast.Lead, world.Cast.Decided);
        await AssertRefusedAsync(
            world,
            YearsEnd,
            "Announcement.LateNeedsReason",
            async () =>
                (
                    await world.AsAsync(
                        lead,
                        (PublishAnnouncement u) =>
                            u.ExecuteAsync(new(decided, "示例2号", Seen.Present), Ct)
                    )
                ).Refusal
        );
        await using var late = await databases.CreateWorldAsync(provider);
        world.Portal.Clock.Set(YearsEnd - Millisecond);
        late.Portal.Clock.Set(YearsEnd);

        // A reason that is not needed is not kept.
        var inTime = await world.MustAsync(
            lead,
            (PublishAnnouncement u) =>
                u.ExecuteAsync(new(decided, "示例2号", Seen.Present, "（示例）"), Ct)
        );
        var marked = await late.MustAsync(
            late.Cast.Lead,
            (PublishAnnouncement u) =>
                u.ExecuteAsync(new(late.Cast.Decided, "示例2号", Seen.Present, "（示例）"), Ct)
        );

        Assert.False(inTime.IsLate);
        Assert.True(marked.IsLate);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task File_FromTheDueInstantOn_LateAndNeverRefused(DatabaseProvider provider)
    {
        foreach (var (after, isLate) in new[] { (-1, false), (0, true), (1, true) })
        {
            await using var world = await databases.CreateWorldAsync(provider);
            var call = new Call(world, Who.LocalApprover);
            var version = await call.VersionAsync<ReportObligation>(call.MyReport);
            world.Portal.Clock.Set(YearsEnd + (after * Millisecond));

            var filed = await world.MustAsync(
                world.Cast.A[0].Approver,
                (FileReport u) => u.ExecuteAsync(new(call.MyReport, version), Ct)
            );

            Assert.Equal(isLate, filed.IsLate);
        }
    }

    /// <summary>Late at the instant and after it; in time a tick before, which the portal reads as its last millisecond.</summary>
    private static async Task AssertSubmissionAsync(
        World world,
        int region,
        DateTimeOffset deadline
    )
    {
        var owner = world.Cast.A[region];
        var id = world.Cast.Application(world.Cast.Open, owner);
        var version = await new Call(world, Who.LocalApprover).VersionAsync<Application>(id);
        await AssertRefusedAsync(
            world,
            deadline,
            "Application.DeadlinePassed",
            async () => (await SubmitAsync()).Refusal
        );
        Assert.Equal(
            version,
            await new Call(world, Who.LocalApprover).VersionAsync<Application>(id)
        );

        world.Portal.Clock.Set(deadline.AddTicks(-1));
        var submitted = (await SubmitAsync()).Value;

        Assert.Equal(deadline - Millisecond, submitted.ReceivedAt);
        var stored = await world.BehindTheDoorAsync(db =>
            db.Receipts.SingleAsync(r => r.Number == submitted.ReceiptNumber, Ct)
        );
        Assert.Equal(deadline - Millisecond, stored.ReceivedAt);
        return;

        Task<Result<SubmitApplication.View>> SubmitAsync() =>
            world.AsAsync(
                owner.Approver,
                (SubmitApplication u) => u.ExecuteAsync(new(id, version), Ct)
            );
    }

    private static async Task AssertRefusedAsync(
        World world,
        DateTimeOffset deadline,
        string code,
        Func<Task<Refusal?>> act
    )
    {
        var before = await world.TracesAsync();
        foreach (var instant in new[] { deadline, deadline + Millisecond })
        {
            world.Portal.Clock.Set(instant);
            Assert.Equal(code, (await act())?.Code);
        }

        Assert.Equal(before, await world.TracesAsync());
    }
}
