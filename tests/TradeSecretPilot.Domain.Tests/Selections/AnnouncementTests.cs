using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;

namespace TradeSecretPilot.Domain.Tests.Selections;

public sealed class AnnouncementTests
{
    private const string Number = "示例〔2022〕9号";

    /// <summary>The day on which the real list of the first batch came out.</summary>
    private static readonly DateTimeOffset Late = BeijingTime.At(new(2022, 7, 14), new(10, 0));

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Publish_Seats_FifteenToTwenty(int selected, bool within)
    {
        var batch = Some.Batch(BatchStage.Decided);

        var result = Announcement.Publish(
            batch,
            Settled(selected),
            Number,
            null,
            "示例",
            Some.PublishBy.AddDays(-1)
        );

        Assert.Equal(within ? null : "Selection.OutsideSeats", result.Refusal?.Code);
        Assert.Equal(within ? BatchStage.Announced : BatchStage.Decided, batch.Stage);
    }

    [Fact]
    public void Publish_InTime_MakesEveryOutcomePublic()
    {
        var batch = Some.Batch(BatchStage.Decided);
        var now = Some.PublishBy.AddTicks(-1);
        List<Application> settled =
        [
            .. Settled(15),
            Some.Application(ApplicationStatus.NotSelected),
        ];

        var list = Announcement
            .Publish(batch, settled, $" {Number} ", "不需要的理由", "示例", now)
            .Value;

        Assert.Equal((Number, now, false), (list.DocumentNumber, list.PublishedAt, list.IsLate));
        Assert.Null(list.LateReason);
        Assert.Equal(now, batch.AnnouncedAt);
        Assert.All(settled, a => Assert.Equal(now, a.AnnouncedAt));
    }

    [Theory]
    [InlineData(null, "Announcement.LateNeedsReason")]
    [InlineData(" ", "Announcement.LateNeedsReason")]
    [InlineData("示例理由", null)]
    public void Publish_Late_OnlyWithAReason(string? reason, string? code)
    {
        var batch = Some.Batch(BatchStage.Decided);
        var settled = Settled(15);
        var before = Some.Snapshot(batch) + Some.Snapshot(settled);

        var result = Announcement.Publish(batch, settled, Number, reason, "示例", Late);

        Assert.Equal(code, result.Refusal?.Code);
        Assert.Equal(code is not null, before == Some.Snapshot(batch) + Some.Snapshot(settled));
    }

    [Fact]
    public void Publish_Late_StaysMarkedAndLaunchesAfterwards()
    {
        var batch = Some.Batch(BatchStage.Decided);

        var list = Announcement.Publish(batch, Settled(15), Number, "示例理由", "示例", Late).Value;

        Assert.True(list.IsLate);
        Assert.Equal("示例理由", list.LateReason);
        Assert.Null(batch.Launch(Late).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Publish_WithoutNumber_IsRefused(string number) =>
        Assert.Equal(
            "Selection.NumberInvalid",
            Announcement
                .Publish(
                    Some.Batch(BatchStage.Decided),
                    Settled(15),
                    number,
                    null,
                    "示例",
                    Some.Now
                )
                .Refusal?.Code
        );

    [Fact]
    public void Publish_Twice_IsRefused()
    {
        var batch = Some.Batch(BatchStage.Announced);
        var settled = Settled(15);

        var result = Announcement.Publish(batch, settled, Number, null, "示例", Some.Now);

        Assert.Equal("Batch.WrongStage", result.Refusal?.Code);
        Assert.All(settled, a => Assert.Null(a.AnnouncedAt));
    }

    private static List<Application> Settled(int selected) =>
        [
            .. Enumerable
                .Range(1, selected)
                .Select(n => Some.Application(ApplicationStatus.Selected, number: n)),
        ];
}
