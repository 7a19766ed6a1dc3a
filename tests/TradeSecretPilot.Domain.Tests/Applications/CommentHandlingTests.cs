using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.Domain.Tests.Applications;

public sealed class CommentHandlingTests
{
    private readonly Application _returned = Returned();

    [Fact]
    public void Handle_OpenComment_KeepsWhoAndWhen()
    {
        var mark = Of(1);

        Assert.Null(mark.Handle(_returned, "起草人（示例）", Some.Now).Refusal);

        Assert.Equal(("起草人（示例）", Some.Now), (mark.HandledBy, mark.HandledAt));
        Assert.Equal((_returned.Id, 1, 1), (mark.ApplicationId, mark.VersionNumber, mark.Number));
    }

    [Fact]
    public void Reopen_HandledComment_ForgetsWhoAndWhen_AndMayBeHandledAgain()
    {
        var mark = Of(2);
        mark.Handle(_returned, "起草人（示例）", Some.Now);

        Assert.Null(mark.Reopen(_returned).Refusal);
        Assert.Equal((null, null), (mark.HandledBy, mark.HandledAt));

        Assert.Null(mark.Handle(_returned, "审定人（示例）", Some.Now).Refusal);
        Assert.Equal("审定人（示例）", mark.HandledBy);
    }

    [Fact]
    public void HandleAndReopen_Twice_RefusedWithNothingChanged()
    {
        var mark = Of(1);
        Assert.Equal("Application.CommentOpen", mark.Reopen(_returned).Refusal?.Code);
        mark.Handle(_returned, "起草人（示例）", Some.Now);
        var before = Some.Snapshot(mark);

        var again = mark.Handle(_returned, "审定人（示例）", Some.Now.AddMinutes(1));

        Assert.Equal("Application.CommentHandled", again.Refusal?.Code);
        Assert.Contains("起草人（示例）", again.Refusal!.Zh);
        Assert.Equal(before, Some.Snapshot(mark));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 3)]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    public void Handle_NoSuchComment_IsRefused(int version, int number)
    {
        var mark = CommentHandling.Of(_returned, version, number, Some.Now);

        var result = mark.Handle(_returned, "起草人（示例）", Some.Now);

        Assert.Equal("Application.CommentNotFound", result.Refusal?.Code);
        Assert.Null(mark.HandledAt);
    }

    [Fact]
    public void Handle_PlanThatMayNotBeMended_IsRefused()
    {
        var statuses = Enum.GetValues<ApplicationStatus>()
            .Where(s => !ApplicationLifecycle.Table.Permits(s, ApplicationAct.Edit));

        Assert.All(
            statuses,
            status =>
            {
                var mark = Of(1);
                var result = mark.Handle(Some.Application(status), "示例", Some.Now);
                Assert.Equal("Application.WrongStatus", result.Refusal?.Code);
                Assert.Null(mark.HandledAt);
            }
        );
    }

    [Fact]
    public void ReturnedVersion_AfterTheResubmission_IsTheOneBefore()
    {
        Assert.Equal(1, _returned.ReturnedVersion);

        _returned.Edit(Some.CompletePlan(), Some.Batch(), "示例", Some.Now);
        var later = Some.Now.AddMinutes(1);
        Assert.Null(_returned.Submit(Some.Batch(), Some.Deadline, "示例", later).Refusal);

        Assert.Equal((2, 1), (_returned.VersionNumber, _returned.ReturnedVersion));
    }

    private CommentHandling Of(int number) => CommentHandling.Of(_returned, 1, number, Some.Now);

    private static Application Returned()
    {
        var application = Some.Application(ApplicationStatus.Submitted);
        ReturnComment[] comments = [new("foundation", "示例批注"), new("support", "示例批注")];
        Assert.Null(application.Return(Some.Deadline, "示例", comments, Some.Now).Refusal);
        return application;
    }
}
