using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;

namespace TradeSecretPilot.Domain.Tests.Shared;

/// <summary>The edges of every deadline, through the acts that are judged by it.</summary>
public sealed class DeadlineTests
{
    /// <summary>Ticks from the deadline, with the answer: before it is in time, at it is late.</summary>
    public static TheoryData<long, bool> Edges { get; } =
        new()
        {
            { -TimeSpan.TicksPerMillisecond, true },
            { -1, true },
            { 0, false },
            { 1, false },
            { TimeSpan.TicksPerMillisecond, false },
        };

    [Theory]
    [MemberData(nameof(Edges))]
    public void Submit_AroundTheDeadline_IsJudgedToTheTick(long ticks, bool inTime)
    {
        foreach (var now in AnyOffset(Some.Forwarding.AddTicks(ticks)))
        {
            var application = Some.Application();
            var before = Some.Snapshot(application);

            var result = application.Submit(Some.Batch(), Some.Deadline, "示例", now);

            AssertJudged(inTime, "Application.DeadlinePassed", result.Refusal);
            Assert.True(inTime || before == Some.Snapshot(application));
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Start_AroundTheDeadline_IsJudgedToTheTick(long ticks, bool inTime)
    {
        foreach (var now in AnyOffset(Some.Forwarding.AddTicks(ticks)))
        {
            var result = Application.Start(
                Some.Batch(),
                Some.Organization(),
                Some.Deadline,
                PilotsNearby.None,
                now
            );

            AssertJudged(inTime, "Application.DeadlinePassed", result.Refusal);
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Recommend_AroundTheDeadline_IsJudgedToTheTick(long ticks, bool inTime)
    {
        foreach (var now in AnyOffset(Some.Forwarding.AddTicks(ticks)))
        {
            var result = Some.Application(ApplicationStatus.Submitted)
                .Recommend(Some.Deadline, now);

            AssertJudged(inTime, "Batch.ForwardingClosed", result.Refusal);
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Return_AroundTheDeadline_IsJudgedToTheTick(long ticks, bool inTime)
    {
        var result = Some.Application(ApplicationStatus.Submitted)
            .Return(Some.Deadline, "示例", [], Some.Forwarding.AddTicks(ticks));

        AssertJudged(inTime, "Application.ReturnTooLate", result.Refusal);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Forward_AroundTheDeadline_IsJudgedToTheTick(long ticks, bool inTime)
    {
        foreach (var now in AnyOffset(Some.Forwarding.AddTicks(ticks)))
        {
            var batch = Some.Batch();
            var call = Some.Call(batch);
            var application = Some.Application(ApplicationStatus.Recommended, batch);
            call.Rank([application], [application.Id]);

            var result = call.Forward(batch, [application], "示例函〔2022〕1号", now);

            AssertJudged(inTime, "Batch.ForwardingClosed", result.Refusal);
            Assert.Equal(inTime, call.ForwardedAt == now);
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Lapse_AroundTheDeadline_OnlyWhatIsLate(long ticks, bool inTime)
    {
        var result = Some.Application().Lapse(Some.Deadline, Some.Forwarding.AddTicks(ticks));

        AssertJudged(!inTime, "Application.NotYetDue", result.Refusal);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void CloseForwarding_AroundTheDeadline_NeverEarly(long ticks, bool inTime)
    {
        var result = Some.Batch().CloseForwarding(Some.Forwarding, Some.Forwarding.AddTicks(ticks));

        AssertJudged(!inTime, "Batch.ForwardingStillOpen", result.Refusal);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void File_AroundTheDueInstant_LateButNeverRefused(long ticks, bool inTime)
    {
        foreach (var now in AnyOffset(BeijingTime.EndOf(new(2022, 12, 31)).AddTicks(ticks)))
        {
            var report = Some.Report();

            Assert.Null(report.File("示例", now).Refusal);

            Assert.Equal(!inTime, report.IsLate);
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Publish_AroundTheDate_LateNeedsAReasonAndStaysMarked(long ticks, bool inTime)
    {
        foreach (var now in AnyOffset(Some.PublishBy.AddTicks(ticks)))
        {
            var batch = Some.Batch(BatchStage.Decided, Some.SmallSettings);
            List<Application> settled = [Some.Application(ApplicationStatus.Selected)];
            var before = Some.Snapshot(batch) + Some.Snapshot(settled[0]);

            var bare = Announcement.Publish(batch, settled, "示例〔2022〕9号", null, "示例", now);

            AssertJudged(inTime, "Announcement.LateNeedsReason", bare.Refusal);
            if (inTime)
            {
                Assert.False(bare.Value.IsLate);
                continue;
            }

            Assert.Equal(before, Some.Snapshot(batch) + Some.Snapshot(settled[0]));
            var late = Announcement
                .Publish(batch, settled, "示例〔2022〕9号", " 示例理由 ", "示例", now)
                .Value;
            Assert.True(late.IsLate);
            Assert.Equal("示例理由", late.LateReason);
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Launch_AroundTheFirstDay_NeverEarly(long ticks, bool early)
    {
        var batch = Some.Batch(BatchStage.Announced);

        var result = batch.Launch(Some.PilotsStart.AddTicks(ticks));

        AssertJudged(!early, "Batch.LaunchTooEarly", result.Refusal);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Conclude_AroundTheLastDay_NeverEarly(long ticks, bool early)
    {
        var batch = Some.Batch(BatchStage.Running);

        var result = batch.Conclude(Some.PilotsEnd.AddTicks(ticks));

        AssertJudged(!early, "Batch.NotYetOver", result.Refusal);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Open_AroundTheFirstDay_NeverEarly(long ticks, bool early)
    {
        var batch = Some.Batch(BatchStage.Preparing);

        var result = batch.Open(batch.OpensAt.AddTicks(ticks));

        AssertJudged(!early, "Batch.NotYetOpen", result.Refusal);
    }

    [Fact]
    public void ExtendedTo_EarlierOrNothing_ChangesNothing()
    {
        Assert.Equal(Some.Deadline, Some.Deadline.ExtendedTo(null));
        Assert.Equal(Some.Deadline, Some.Deadline.ExtendedTo(Some.Now));
        Assert.False(Some.Deadline.IsExtended);

        var later = Some.Deadline.ExtendedTo(Some.PublishBy);

        Assert.True(later.IsExtended);
        Assert.Equal(new Deadline(Some.PublishBy, Some.Forwarding), later);
    }

    private static IEnumerable<DateTimeOffset> AnyOffset(DateTimeOffset instant) =>
        new[] { 0, 8, -5, 14 }.Select(hours => instant.ToOffset(TimeSpan.FromHours(hours)));

    private static void AssertJudged(bool accepted, string code, Refusal? refusal) =>
        Assert.Equal(accepted ? null : code, refusal?.Code);
}
