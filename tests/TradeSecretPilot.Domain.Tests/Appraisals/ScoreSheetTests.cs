using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Tests.Appraisals;

public sealed class ScoreSheetTests
{
    private readonly Batch _batch = Some.Batch(BatchStage.Appraising);
    private readonly Application _plan = Some.Application(ApplicationStatus.Forwarded);

    [Fact]
    public void Assign_SameProvince_IsRefused()
    {
        Assert.Equal("ScoreSheet.SameProvince", Code(Some.Expert(Some.ProvinceCode)));
        Assert.Null(Code(Some.Expert()));
        Assert.Null(Code(Some.Expert(null)));

        string? Code(Expert expert) =>
            ScoreSheet.Assign(_batch, _plan, expert, Some.Now).Refusal?.Code;
    }

    [Fact]
    public void Assign_OutsideTheAppraisal_IsRefused()
    {
        Assert.Equal("ScoreSheet.NotAppraising", Code(Some.Batch(), _plan));
        Assert.Equal("ScoreSheet.NotAppraising", Code(Some.Batch(BatchStage.Selecting), _plan));
        Assert.Equal(
            "ScoreSheet.NotAppraising",
            Code(_batch, Some.Application(ApplicationStatus.Recommended))
        );

        static string? Code(Batch batch, Application plan) =>
            ScoreSheet.Assign(batch, plan, Some.Expert(), Some.Now).Refusal?.Code;
    }

    [Fact]
    public void Submit_Weights_GiveTheTotalInHundredths()
    {
        var weights = new[] { 30, 25, 20, 15, 10 };
        var batch = Some.Batch(
            BatchStage.Appraising,
            FirstBatch.Settings with
            {
                Criteria =
                [
                    .. FirstBatch.Settings.Criteria.Zip(
                        weights,
                        (c, w) => c with { WeightPercent = w }
                    ),
                ],
            }
        );
        var sheet = Some.Sheet(batch, _plan, ScoreSheetStatus.Accepted);
        var points = batch
            .Criteria.Zip([100, 0, 81, 77, 3])
            .ToDictionary(x => x.First.Code, x => x.Second);

        sheet.Save(batch, points, "示例", Some.Now);
        points.Clear();
        Assert.Null(sheet.Submit(batch, Some.Now).Refusal);

        Assert.Equal(3000 + 1620 + 1155 + 30, sheet.TotalHundredths);
        Assert.InRange(sheet.TotalHundredths!.Value, 0, ScoreSheet.MaxHundredths);
    }

    [Fact]
    public void Submit_OpenCriterion_IsRefused()
    {
        var sheet = Some.Sheet(_batch, _plan, ScoreSheetStatus.Accepted);
        var scores = Some.Scores();
        scores.Remove("WorkFoundation");
        sheet.Save(_batch, scores, "", Some.Now);

        Assert.Equal("ScoreSheet.Incomplete", sheet.Submit(_batch, Some.Now).Refusal?.Code);
        Assert.Null(sheet.TotalHundredths);
    }

    [Fact]
    public void Submit_AppraisalOver_IsRefused() =>
        Assert.Equal(
            "ScoreSheet.NotAppraising",
            Some.Sheet(_batch, _plan, ScoreSheetStatus.Accepted)
                .Submit(Some.Batch(BatchStage.Selecting), Some.Now)
                .Refusal?.Code
        );

    [Fact]
    public void Save_Invalid_RefusedWithNothingChanged()
    {
        var sheet = Some.Sheet(_batch, _plan, ScoreSheetStatus.Accepted);
        var before = Some.Snapshot(sheet);
        var tooLong = new string(
            '示',
            (ScoreSheet.CommentMaxLength * Characters.UnitsPerCharacter) + 1
        );
        var unknown = new Dictionary<string, int> { ["Unknown"] = 50 };

        Assert.Equal("ScoreSheet.ScoreOutOfRange", Save(Some.Scores(101), ""));
        Assert.Equal("ScoreSheet.ScoreOutOfRange", Save(Some.Scores(-1), ""));
        Assert.Equal("ScoreSheet.ScoreOutOfRange", Save(unknown, ""));
        Assert.Equal("ScoreSheet.CommentTooLong", Save(Some.Scores(), tooLong));
        Assert.Equal(before, Some.Snapshot(sheet));
        Assert.Null(Save(Some.Scores(0), ""));
        Assert.Null(Save(Some.Scores(100), tooLong[1..]));

        string? Save(Dictionary<string, int> scores, string comment) =>
            sheet.Save(_batch, scores, comment, Some.Now).Refusal?.Code;
    }

    [Fact]
    public void Submit_CommentTooLong_IsKeptAndRefused()
    {
        var sheet = Some.Sheet(_batch, _plan, ScoreSheetStatus.Accepted);
        var tooLong = new string('示', ScoreSheet.CommentMaxLength + 1);

        Assert.Null(sheet.Save(_batch, Some.Scores(), tooLong, Some.Now).Refusal);

        Assert.Equal(tooLong, sheet.Comment);
        Assert.Equal("ScoreSheet.CommentTooLong", sheet.Submit(_batch, Some.Now).Refusal?.Code);
    }

    [Fact]
    public void Recuse_WhileScoring_ForgetsTheScores()
    {
        var sheet = Some.Sheet(_batch, _plan, ScoreSheetStatus.Accepted);

        Assert.Equal("Reason.Missing", sheet.Recuse(" ").Refusal?.Code);
        Assert.Null(sheet.Recuse(" 示例理由 ").Refusal);

        Assert.Empty(sheet.Scores);
        Assert.Equal(("", "示例理由"), (sheet.Comment, sheet.RecusalReason));
    }

    [Theory]
    [InlineData(ScoreSheetStatus.Assigned)]
    [InlineData(ScoreSheetStatus.Accepted)]
    public void Release_NotSubmitted_ForgetsTheScoresAndKeepsTheReason(ScoreSheetStatus status)
    {
        var sheet = Some.Sheet(_batch, _plan, status);

        Assert.Null(sheet.Release(_batch, " 示例理由 ").Refusal);

        Assert.Equal(ScoreSheetStatus.Released, sheet.Status);
        Assert.Empty(sheet.Scores);
        Assert.Equal(
            ("", "示例理由", null),
            (sheet.Comment, sheet.ReleaseReason, sheet.RecusalReason)
        );
    }

    [Fact]
    public void Release_WithoutReasonOrOutsideTheAppraisal_RefusedWithNothingChanged()
    {
        var sheet = Some.Sheet(_batch, _plan, ScoreSheetStatus.Accepted);
        var before = Some.Snapshot(sheet);

        Assert.Equal("Reason.Missing", sheet.Release(_batch, " ").Refusal?.Code);
        Assert.Equal(
            "Reason.TooLong",
            sheet.Release(_batch, new string('示', ScoreSheet.ReasonMaxLength + 1)).Refusal?.Code
        );
        Assert.Equal(
            "ScoreSheet.NotAppraising",
            sheet.Release(Some.Batch(BatchStage.Selecting), "示例理由").Refusal?.Code
        );
        Assert.Equal(before, Some.Snapshot(sheet));
    }
}
