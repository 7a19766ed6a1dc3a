using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Tests.Appraisals;

public sealed class ScoreSheetLifecycleTests
{
    public static TheoryData<ScoreSheetStatus, ScoreSheetAct> Pairs { get; } =
        new MatrixTheoryData<ScoreSheetStatus, ScoreSheetAct>(
            Enum.GetValues<ScoreSheetStatus>(),
            Enum.GetValues<ScoreSheetAct>()
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_EveryStatus_FollowsTheTable(ScoreSheetStatus status, ScoreSheetAct act)
    {
        var batch = Some.Batch(BatchStage.Appraising);
        var sheet = Some.Sheet(batch, Some.Application(ApplicationStatus.Forwarded), status);
        var before = Some.Snapshot(sheet);

        var result = act switch
        {
            ScoreSheetAct.Accept => sheet.Accept(),
            ScoreSheetAct.Recuse => sheet.Recuse("示例理由"),
            ScoreSheetAct.Score => sheet.Save(batch, Some.Scores(70), "示例", Some.Now),
            ScoreSheetAct.Release => sheet.Release(batch, "示例理由"),
            _ => sheet.Submit(batch, Some.Now),
        };

        if (ScoreSheetLifecycle.Table.Next(status, act) is { } next)
        {
            Assert.Null(result.Refusal);
            Assert.Equal(next, sheet.Status);
        }
        else
        {
            Assert.Equal("ScoreSheet.WrongStatus", result.Refusal?.Code);
            Assert.Equal(before, Some.Snapshot(sheet));
        }
    }
}
