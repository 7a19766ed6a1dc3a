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

        var result = Record(All(), new string('示', ProvincialReview.OpinionMaxLength + 1));

        Assert.Equal("ProvincialReview.OpinionTooLong", result.Refusal?.Code);
        Assert.Equal(before, Some.Snapshot(_review));
    }

    private static Dictionary<ReviewCheck, ReviewFinding> All() =>
        Enum.GetValues<ReviewCheck>().ToDictionary(c => c, _ => ReviewFinding.Conforms);

    private Result Record(Dictionary<ReviewCheck, ReviewFinding> findings, string opinion) =>
        _review.Record(findings, opinion, "初审人（示例）", Some.Now);

    private string? Code() => _review.RefuseRecommendation()?.Code;
}
