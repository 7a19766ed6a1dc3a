using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Tests.Batches;

/// <summary>延期: more time for one application, one province or a whole batch, and no other grace.</summary>
public sealed class ExtensionTests
{
    private static readonly DateTimeOffset Later = Some.Forwarding.AddDays(2);
    private static readonly DateTimeOffset AfterDeadline = Some.Forwarding.AddHours(1);

    [Fact]
    public void Extend_WholeBatch_MovesEveryDeadlineAndKeepsThePublicDate()
    {
        var batch = Some.Batch();
        var call = Some.Call(batch);

        Assert.Null(batch.Extend(Later, onlyForBegunDrafts: false).Refusal);

        var expected = new Deadline(Later, Some.Forwarding);
        Assert.Equal(expected, batch.Forwarding);
        Assert.Equal(expected, call.Forwarding(batch));
        Assert.Equal(expected, call.Submission(batch));
        Assert.Equal(Some.Forwarding, batch.ForwardingDeadline);
        Assert.Null(Start(batch, AfterDeadline).Refusal);
        Assert.Null(Some.Application().Submit(batch, expected, "示例", AfterDeadline).Refusal);
        Assert.Equal(
            "Batch.ForwardingStillOpen",
            batch.CloseForwarding(Some.Forwarding, AfterDeadline).Refusal?.Code
        );
    }

    [Theory]
    [InlineData(-1, "Application.DeadlinePassed")]
    [InlineData(0, "Application.DeadlinePassed")]
    public void Extend_OnlyForBegunDrafts_HelpsNoNewDraft(int tick, string code)
    {
        var batch = Some.Batch();
        var call = Some.Call(batch);
        var inTime = Start(batch, Some.Forwarding.AddTicks(-1)).Value;

        batch.Extend(Later, onlyForBegunDrafts: true);

        Assert.Equal(Later, call.Submission(batch, inTime).At);
        Assert.Equal(code, Start(batch, Later.AddTicks(tick)).Refusal?.Code);
        Assert.Equal(code, Start(batch, Some.Forwarding).Refusal?.Code);
        Assert.Null(Start(batch, Some.Forwarding.AddTicks(-1)).Refusal);
    }

    [Fact]
    public void Submission_DraftBegunTooLate_HasThePublicDateOrItsProvincesTime()
    {
        var batch = Some.Batch();
        var call = Some.Call(batch);
        batch.Extend(Later, onlyForBegunDrafts: false);
        var begunLate = Start(batch, AfterDeadline).Value;
        var limited = Some.Batch();
        limited.Extend(Later, onlyForBegunDrafts: true);

        Assert.Equal(Some.Forwarding, call.Submission(limited, begunLate).At);

        call.ExtendForwarding(limited, Later.AddDays(1));
        Assert.Equal(Later.AddDays(1), call.Submission(limited, begunLate).At);
    }

    [Fact]
    public void Extend_LimitedAfterOneForAll_IsRefused()
    {
        var batch = Some.Batch();
        batch.Extend(Later, onlyForBegunDrafts: false);
        var before = Some.Snapshot(batch);

        var result = batch.Extend(Later.AddDays(1), onlyForBegunDrafts: true);

        Assert.Equal("Extension.CannotNarrow", result.Refusal?.Code);
        Assert.Equal(before, Some.Snapshot(batch));
        Assert.Null(batch.Extend(Later.AddDays(1), onlyForBegunDrafts: false).Refusal);
    }

    [Fact]
    public void Extend_ForAllAfterALimitedOne_OpensToNewDrafts()
    {
        var batch = Some.Batch();
        var call = Some.Call(batch);
        batch.Extend(Later, onlyForBegunDrafts: true);

        Assert.Null(batch.Extend(Later.AddTicks(1), onlyForBegunDrafts: false).Refusal);

        Assert.Null(
            Application
                .Start(
                    batch,
                    Some.Organization(),
                    call.Submission(batch),
                    PilotsNearby.None,
                    AfterDeadline
                )
                .Refusal
        );
    }

    [Fact]
    public void Extend_BatchBounds_LaterThanNowItIsAndBeforePublication()
    {
        var batch = Some.Batch();

        Assert.Equal("Extension.NotLater", Code(batch.Extend(Some.Forwarding, false)));
        Assert.Equal("Extension.PastPublication", Code(batch.Extend(Some.PublishBy, false)));
        Assert.Null(Code(batch.Extend(Some.Forwarding.AddTicks(1), false)));
        Assert.Null(Code(batch.Extend(Some.PublishBy.AddTicks(-1), false)));
        Assert.Equal("Extension.NotLater", Code(batch.Extend(Later, false)));
    }

    [Fact]
    public void Extend_AfterForwardingClosed_ReopensIt()
    {
        var batch = Some.Batch(BatchStage.Appraising);

        Assert.Null(batch.Extend(Later, onlyForBegunDrafts: true).Refusal);

        Assert.Equal(BatchStage.Open, batch.Stage);
        Assert.Null(batch.ForwardingClosedAt);
    }

    [Fact]
    public void ExtendForwarding_OneProvince_LeavesTheOthers()
    {
        var batch = Some.Batch();
        var helped = Some.Call(batch);
        var other = Some.Call(batch, Some.OtherProvinceCode);

        Assert.Null(helped.ExtendForwarding(batch, Later).Refusal);

        Assert.Equal(new Deadline(Later, Some.Forwarding), helped.Forwarding(batch));
        Assert.Equal(new Deadline(Later, Some.Forwarding), helped.Submission(batch));
        Assert.Equal(Some.Deadline, other.Forwarding(batch));
        Assert.Equal(Some.Deadline, other.Submission(batch));
        Assert.Null(
            Application
                .Start(
                    batch,
                    Some.Organization(),
                    helped.Submission(batch),
                    PilotsNearby.None,
                    AfterDeadline
                )
                .Refusal
        );
    }

    [Fact]
    public void ExtendForwarding_Bounds_LaterThanItIsAndBeforePublication()
    {
        var batch = Some.Batch();
        var call = Some.Call(batch);

        Assert.Equal("Extension.NotLater", Code(call.ExtendForwarding(batch, Some.Forwarding)));
        Assert.Equal(
            "Extension.PastPublication",
            Code(call.ExtendForwarding(batch, Some.PublishBy))
        );
        Assert.Null(call.ForwardingExtendedTo);
        Assert.Null(Code(call.ExtendForwarding(batch, Later)));
        Assert.Equal("Extension.NotLater", Code(call.ExtendForwarding(batch, Later)));
    }

    [Fact]
    public void ExtendForwarding_BatchExtendedFurther_TheLaterCounts()
    {
        var batch = Some.Batch();
        var call = Some.Call(batch);
        call.ExtendForwarding(batch, Later);

        batch.Extend(Later.AddDays(1), onlyForBegunDrafts: false);

        Assert.Equal(Later.AddDays(1), call.Forwarding(batch).At);
    }

    [Fact]
    public void Extend_OneApplication_WithinItsProvincesTimeOnly()
    {
        var batch = Some.Batch();
        var call = Some.Call(batch);
        var own = BeijingTime.EndOf(new(2022, 4, 30));
        call.SetSubmissionDeadline(batch, own, Some.Now);
        var helped = Some.Application(batch: batch);
        var other = Some.Application(batch: batch, number: 2);
        var (submission, forwarding) = (call.Submission(batch, helped), call.Forwarding(batch));

        Assert.Equal(own, submission.At);
        Assert.Equal("Extension.NotLater", Code(helped.Extend(own, submission, forwarding)));
        Assert.Equal(
            "Extension.PastForwarding",
            Code(helped.Extend(Some.Forwarding.AddTicks(1), submission, forwarding))
        );
        Assert.Null(helped.ExtendedTo);
        Assert.Null(Code(helped.Extend(Some.Forwarding, submission, forwarding)));

        Assert.Equal(new Deadline(Some.Forwarding, own), call.Submission(batch, helped));
        Assert.Equal(own, call.Submission(batch, other).At);
    }

    [Theory]
    [InlineData(ApplicationStatus.Draft, true)]
    [InlineData(ApplicationStatus.Submitted, true)]
    [InlineData(ApplicationStatus.Returned, true)]
    [InlineData(ApplicationStatus.Lapsed, true)]
    [InlineData(ApplicationStatus.Declined, false)]
    [InlineData(ApplicationStatus.Recommended, false)]
    [InlineData(ApplicationStatus.Forwarded, false)]
    [InlineData(ApplicationStatus.Withdrawn, false)]
    public void Extend_Status_OnlyWhatCanStillBeSubmitted(ApplicationStatus status, bool possible)
    {
        var application = Some.Application(status);

        var result = application.Extend(Later, Some.Deadline, new Deadline(Later, Some.Forwarding));

        Assert.Equal(possible ? null : "Application.NothingToExtend", Code(result));
        Assert.Equal(possible ? Later : null, application.ExtendedTo);
    }

    [Fact]
    public void Check_ReasonAndDay_RefusesWhatNoExtensionMayHave()
    {
        Assert.Equal("Reason.Missing", Extension.Check(" ", 5, Later, Some.Now)?.Code);
        Assert.Equal("Reason.TooLong", Extension.Check("六个字的理由", 5, Later, Some.Now)?.Code);
        Assert.Equal("Extension.NotLater", Extension.Check("示例", 5, Some.Now, Some.Now)?.Code);
        Assert.Null(Extension.Check("示例", 5, Some.Now.AddTicks(1), Some.Now));
    }

    [Fact]
    public void Grant_EachScope_RecordsWhomItHelps()
    {
        var batch = Some.Batch();
        var application = Some.Application(batch: batch);
        var (by, organization) = (Guid.NewGuid(), Guid.NewGuid());

        var all = Extension.ForBatch(
            batch.Id,
            Some.Forwarding,
            Later,
            true,
            " 示例 ",
            by,
            Some.Now
        );
        var province = Extension.ForProvince(
            batch.Id,
            Some.ProvinceCode,
            organization,
            Some.Forwarding,
            Later,
            "示例",
            by,
            Some.Now
        );
        var one = Extension.ForApplication(
            application.BatchId,
            application.Id,
            application.ProvinceCode,
            application.OrganizationId,
            Some.Forwarding,
            Later,
            "示例",
            by,
            Some.Now
        );

        Assert.Equal(
            (ExtensionScope.Batch, null, null, null, true, "示例"),
            (
                all.Scope,
                all.ProvinceCode,
                all.OrganizationId,
                all.ApplicationId,
                all.OnlyForBegunDrafts,
                all.Reason
            )
        );
        Assert.Equal(
            (ExtensionScope.Province, Some.ProvinceCode, organization, null),
            (province.Scope, province.ProvinceCode, province.OrganizationId, province.ApplicationId)
        );
        Assert.Equal(
            (
                ExtensionScope.Application,
                Some.ProvinceCode,
                application.OrganizationId,
                application.Id,
                batch.Id
            ),
            (one.Scope, one.ProvinceCode, one.OrganizationId, one.ApplicationId, one.BatchId)
        );
        Assert.All(
            [all, province, one],
            e =>
                Assert.Equal(
                    (Some.Forwarding, Later, by, Some.Now),
                    (e.From, e.Until, e.GrantedBy, e.GrantedAt)
                )
        );
    }

    private static Result<Application> Start(Batch batch, DateTimeOffset now) =>
        Application.Start(batch, Some.Organization(), batch.Forwarding, PilotsNearby.None, now);

    private static string? Code(Result result) => result.Refusal?.Code;
}
