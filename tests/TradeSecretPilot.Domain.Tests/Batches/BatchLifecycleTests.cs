using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Tests.Batches;

public sealed class BatchLifecycleTests
{
    public static TheoryData<BatchStage, BatchAct> Pairs { get; } =
        new MatrixTheoryData<BatchStage, BatchAct>(
            Enum.GetValues<BatchStage>(),
            Enum.GetValues<BatchAct>()
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_EveryStage_FollowsTheTable(BatchStage stage, BatchAct act)
    {
        var batch = Some.Batch(stage);
        var before = Some.Snapshot(batch);

        var result = Perform(batch, act);

        if (BatchLifecycle.Table.Next(stage, act) is { } next)
        {
            Assert.Null(result.Refusal);
            Assert.Equal(next, batch.Stage);
        }
        else
        {
            Assert.Equal("Batch.WrongStage", result.Refusal?.Code);
            Assert.Equal(before, Some.Snapshot(batch));
        }
    }

    [Fact]
    public void ReopenForProvince_EveryStage_AsAnExtension()
    {
        foreach (var stage in Enum.GetValues<BatchStage>())
        {
            var batch = Some.Batch(stage);
            var before = Some.Snapshot(batch);

            var result = batch.ReopenForProvince();

            var permitted = BatchLifecycle.Table.Permits(stage, BatchAct.Extend);
            Assert.Equal(permitted, result.Refusal is null);
            Assert.Equal(permitted ? BatchStage.Open : stage, batch.Stage);
            Assert.True(permitted || before == Some.Snapshot(batch));
        }
    }

    private static Result Perform(Batch batch, BatchAct act) =>
        act switch
        {
            BatchAct.Configure => batch.Configure(FirstBatch.Settings with { Number = 2 }),
            BatchAct.Open => batch.Open(Some.Now),
            BatchAct.Extend => batch.Extend(Some.Forwarding.AddDays(3), onlyForBegunDrafts: true),
            BatchAct.AmendSeats => batch.AmendSeats(11, 15, "示例理由"),
            BatchAct.CloseForwarding => batch.CloseForwarding(Some.Forwarding, Some.Forwarding),
            BatchAct.ConcludeAppraisal => batch.ConcludeAppraisal(),
            BatchAct.Decide => batch.Decide(),
            BatchAct.Announce => batch.Announce(Some.PublishBy.AddTicks(-1)),
            BatchAct.Launch => batch.Launch(Some.PilotsStart),
            BatchAct.Discard => batch.Discard(),
            _ => batch.Conclude(Some.PilotsEnd),
        };
}
