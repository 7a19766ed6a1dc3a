using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Tests.Applications;

public sealed class ApplicationActsTests
{
    private readonly Batch _batch = Some.Batch();

    [Fact]
    public void Start_OpenBatch_BelongsToTheOrganisation()
    {
        var organization = Some.Organization();

        var application = Application
            .Start(_batch, organization, Some.Deadline, PilotsNearby.None, Some.Now)
            .Value;

        Assert.Equal(organization.Id, application.OrganizationId);
        Assert.Equal(Some.ProvinceCode, application.ProvinceCode);
        Assert.Equal("申-2022-01-990100", application.Number);
        Assert.InRange(application.Number.Length, 1, Application.NumberMaxLength);
        Assert.Equal(ApplicationStatus.Draft, application.Status);
        Assert.Equal(0, application.VersionNumber);
    }

    [Fact]
    public void Start_EveryOtherStage_IsRefused() =>
        Assert.All(
            Enum.GetValues<BatchStage>().Where(s => s != BatchStage.Open),
            stage =>
                Assert.Equal(
                    "Application.BatchNotOpen",
                    Application
                        .Start(
                            Some.Batch(stage),
                            Some.Organization(),
                            Some.Deadline,
                            PilotsNearby.None,
                            Some.Now
                        )
                        .Refusal?.Code
                )
        );

    [Fact]
    public void Start_LevelNotEligible_IsRefused()
    {
        var cities = Some.Batch(
            settings: FirstBatch.Settings with
            {
                Eligibility = new() { Levels = [DivisionLevel.Prefecture] },
            }
        );

        Assert.Equal("Application.LevelNotEligible", Code(cities, DivisionLevel.County));
        Assert.Null(Code(cities, DivisionLevel.Prefecture));

        static string? Code(Batch batch, DivisionLevel level) =>
            Application
                .Start(
                    batch,
                    Some.Organization(level: level),
                    Some.Deadline,
                    PilotsNearby.None,
                    Some.Now
                )
                .Refusal?.Code;
    }

    [Fact]
    public void Submit_IncompletePlan_NamesWhatIsMissing()
    {
        var application = Some.Application();
        application.Edit(Some.CompletePlan() with { Foundation = "" }, _batch, "示例", Some.Now);
        var before = Some.Snapshot(application);

        var refusal = Submit(application).Refusal;

        Assert.Equal("Application.Incomplete", refusal?.Code);
        Assert.Contains("填写工作基础", refusal!.Zh);
        Assert.Equal(before, Some.Snapshot(application));
    }

    [Fact]
    public void Submit_Twice_NumbersTheVersions()
    {
        var application = Some.Application();
        var first = Submit(application).Value;
        application.Return(Some.Deadline, "示例", [], Some.Now);
        application.Edit(
            application.Plan with
            {
                Foundation = "改过的示例",
            },
            _batch,
            "示例",
            Some.Now
        );

        var second = Submit(application, Some.Now.AddDays(1)).Value;

        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal(application.Id, second.ApplicationId);
        Assert.Equal(Some.Now.AddDays(1), application.SubmittedAt);
        Assert.NotEqual(first.ContentSha256, second.ContentSha256);
        Assert.Equal(ContentHash.Fingerprint(second.Plan), second.ContentSha256);
    }

    [Fact]
    public void Submit_LaterEdits_LeaveTheVersionAsItWas()
    {
        var measures = new List<Measure> { Some.Measure() };
        var support = new List<SupportLine> { Some.Support() };
        var application = Some.Application();
        application.Edit(
            Some.CompletePlan() with
            {
                Measures = measures,
                Support = support,
            },
            _batch,
            "示例",
            Some.Now
        );
        var version = Submit(application).Value;

        measures.Clear();
        support[0] = support[0] with { Funding = 1 };
        application.Return(Some.Deadline, "示例", [], Some.Now);
        application.Edit(WorkPlan.Empty, _batch, "示例", Some.Now);

        Assert.Single(version.Plan.Measures);
        Assert.Equal(version.ContentSha256, ContentHash.Fingerprint(version.Plan));
    }

    [Fact]
    public void Return_WithComments_ShownUntilRecommended()
    {
        var application = Some.Application(ApplicationStatus.Submitted);
        var comments = new List<ReturnComment> { new("measure-1-target", "示例批注") };

        application.Return(Some.Deadline, " 示例理由 ", comments, Some.Now);
        comments.Clear();

        Assert.Equal("示例理由", application.Reason);
        Assert.Equal(Some.Now, application.ReturnedAt);
        Assert.Equal("示例批注", Assert.Single(application.Comments).Text);

        Submit(application);
        application.Recommend(Some.Deadline, Some.Now);

        Assert.Null(application.Reason);
        Assert.Empty(application.Comments);
        Assert.Null(application.Rank);
    }

    [Fact]
    public void Return_InvalidComments_RefusedWithNothingChanged()
    {
        ReturnComment[][] lists =
        [
            [new("", "示例")],
            [new(new string('x', ReturnComment.AnchorMaxLength + 1), "示例")],
            [new("foundation", " ")],
            [new("foundation", new string('示', ReturnComment.TextMaxLength + 1))],
            [.. Enumerable.Repeat(new ReturnComment("a", "示例"), ReturnComment.MaxComments + 1)],
        ];

        Assert.All(
            lists,
            comments =>
            {
                var application = Some.Application(ApplicationStatus.Submitted);
                var before = Some.Snapshot(application);

                var result = application.Return(Some.Deadline, "示例", comments, Some.Now);

                Assert.Equal("Application.CommentInvalid", result.Refusal?.Code);
                Assert.Equal(before, Some.Snapshot(application));
            }
        );
    }

    [Fact]
    public void ReturnDeclineWithdraw_WithoutReason_RefusedWithNothingChanged()
    {
        var application = Some.Application(ApplicationStatus.Submitted);
        var before = Some.Snapshot(application);

        var tooLong = new string('示', Application.ReasonMaxLength + 1);
        Assert.Equal(
            ("Reason.Missing", "Reason.Missing", "Reason.TooLong"),
            (
                application.Return(Some.Deadline, " ", [], Some.Now).Refusal?.Code,
                application.Decline("").Refusal?.Code,
                application.Withdraw(tooLong).Refusal?.Code
            )
        );
        Assert.Equal(before, Some.Snapshot(application));
    }

    [Theory]
    [InlineData(ApplicationStatus.Draft)]
    [InlineData(ApplicationStatus.Returned)]
    public void Reinstate_Lapsed_GivesBackTheStatusItLapsedFrom(ApplicationStatus from)
    {
        var application = Some.Application(from);
        var plan = application.Plan;
        application.Lapse(Some.Deadline, Some.Forwarding);
        Assert.Equal(from, application.LapsedFrom);
        var extended = Some.Deadline.ExtendedTo(Some.Forwarding.AddDays(1));

        Assert.Equal(
            "Application.DeadlinePassed",
            application.Reinstate(Some.Deadline, Some.Forwarding).Refusal?.Code
        );
        Assert.Equal(
            "Application.DeadlinePassed",
            application.Reinstate(extended, extended.At).Refusal?.Code
        );
        Assert.Null(application.Reinstate(extended, extended.At.AddTicks(-1)).Refusal);

        Assert.Equal(from, application.Status);
        Assert.Null(application.LapsedFrom);
        Assert.Same(plan, application.Plan);
    }

    [Fact]
    public void Withdraw_Ranked_LosesItsPlace()
    {
        var application = Some.Application(ApplicationStatus.Recommended, _batch);
        Some.Call(_batch).Rank([application], [application.Id]);
        Assert.Equal(1, application.Rank);

        application.Withdraw(" 示例理由 ");

        Assert.Null(application.Rank);
        Assert.Equal("示例理由", application.Reason);
    }

    private Result<PlanVersion> Submit(Application application, DateTimeOffset? now = null) =>
        application.Submit(_batch, Some.Deadline, "示例", now ?? Some.Now);
}
