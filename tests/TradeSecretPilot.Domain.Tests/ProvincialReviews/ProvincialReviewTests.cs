using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;

namespace TradeSecretPilot.Domain.Tests.ProvincialReviews;

public sealed class ProvincialReviewTests
{
    private readonly ProvincialReview _review = ProvincialReview.Of(
        Some.Application(ApplicationStatus.Submitted),
        Some.Now
    );

    [Fact]
    public void Of_Application_IsOfItsLatestVersion()
    {
        Assert.Equal(1, _review.VersionNumber);
        Assert.Equal(Some.ProvinceCode, _review.ProvinceCode);
        Assert.Equal(Enum.GetValues<ReviewCheck>(), _review.Open);
    }

    [Fact]
    public void RefuseRecommendation_AllConformOrDoubtful_Carries()
    {
        var findings = All();
        findings[ReviewCheck.TargetsVerifiable] = ReviewFinding.Doubtful;

        Record(findings, "示例意见");

        Assert.Null(_review.RefuseRecommendation());
    }

    [Fact]
    public void RefuseRecommendation_EachFault_IsNamed()
    {
        Assert.Equal("ProvincialReview.ChecklistOpen", Code());

        var findings = All();
        findings.Remove(ReviewCheck.NoSecrets);
        Record(findings, "示例意见");
        Assert.Equal("ProvincialReview.ChecklistOpen", Code());
        Assert.Equal([ReviewCheck.NoSecrets], _review.Open);

        findings[ReviewCheck.NoSecrets] = ReviewFinding.Fails;
        Record(findings, "示例意见");
        Assert.Equal("ProvincialReview.ChecklistFailed", Code());

        Record(All(), " ");
        Assert.Equal("ProvincialReview.OpinionMissing", Code());
    }

    [Fact]
    public void Record_UnknownChecksAndFindings_AreDropped()
    {
        var findings = All();
        findings[(ReviewCheck)99] = ReviewFinding.Conforms;
        findings[ReviewCheck.SupportItemised] = (ReviewFinding)99;

        Record(findings, "示例意见");

        Assert.Equal([ReviewCheck.SupportItemised], _review.Open);
        Assert.Equal(Enum.GetValues<ReviewCheck>().Length - 1, _review.Findings.Count);
    }

    [Fact]
    public void Record_OpinionTooLong_RefusedWithNothingChanged()
    {
        var before = Some.Snapshot(_review);

        var room = ProvincialReview.OpinionMaxLength * Characters.UnitsPerCharacter;
        var result = Record(All(), new string('示', room + 1));

        Assert.Equal("ProvincialReview.OpinionTooLong", result.Refusal?.Code);
        Assert.Equal(before, Some.Snapshot(_review));
    }

    [Fact]
    public void RefuseRecommendation_OpinionTooLong_IsKeptAndRefused()
    {
        var tooLong = new string('示', ProvincialReview.OpinionMaxLength + 1);

        Assert.Null(Record(All(), tooLong).Refusal);

        Assert.Equal(tooLong, _review.Opinion);
        Assert.Equal("ProvincialReview.OpinionTooLong", _review.RefuseRecommendation()?.Code);
    }

    private static Dictionary<ReviewCheck, ReviewFinding> All() =>
        Enum.GetValues<ReviewCheck>().ToDictionary(c => c, _ => ReviewFinding.Conforms);

    [Fact]
    public void Record_Comments_AreKeptInTheirOrder()
    {
        var comments = new List<ReturnComment>
        {
            new("support", "示例乙"),
            new("foundation", "示例甲"),
        };

        Assert.Null(_review.Record(All(), "", comments, "初审人（示例）", Some.Now).Refusal);
        comments.Clear();

        Assert.Equal(["示例乙", "示例甲"], _review.Comments.Select(c => c.Text));
    }

    [Fact]
    public void Record_InvalidComment_RefusedWithNothingChanged()
    {
        Record(All(), "示例意见");
        var before = Some.Snapshot(_review);
        ReturnComment[][] lists =
        [
            [new("foundation", new string('示', ReturnComment.TextMaxLength + 1))],
            [new("foundation", " ")],
            [.. Enumerable.Repeat(new ReturnComment("a", "示例"), ReturnComment.MaxComments + 1)],
        ];

        Assert.All(
            lists,
            comments =>
            {
                var result = _review.Record(All(), "另一意见", comments, "他人（示例）", Some.Now);
                Assert.Equal("Application.CommentInvalid", result.Refusal?.Code);
                Assert.Equal(before, Some.Snapshot(_review));
            }
        );
    }

    private Result Record(Dictionary<ReviewCheck, ReviewFinding> findings, string opinion) =>
        _review.Record(findings, opinion, [], "初审人（示例）", Some.Now);

    private string? Code() => _review.RefuseRecommendation()?.Code;
}
