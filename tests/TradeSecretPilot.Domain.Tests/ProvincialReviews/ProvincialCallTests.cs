using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;

namespace TradeSecretPilot.Domain.Tests.ProvincialReviews;

public sealed class ProvincialCallTests
{
    private const string Letter = "示例函〔2022〕1号";

    private readonly Batch _batch = Some.Batch();
    private readonly ProvincialCall _call;
    private readonly List<Application> _recommended;

    public ProvincialCallTests()
    {
        _call = Some.Call(_batch);
        _recommended =
        [
            .. Enumerable
                .Range(1, 3)
                .Select(n => Some.Application(ApplicationStatus.Recommended, _batch, number: n)),
        ];
    }

    public static TheoryData<ProvincialCallAct, bool> ActsBeforeAndAfter { get; } =
        new MatrixTheoryData<ProvincialCallAct, bool>(
            Enum.GetValues<ProvincialCallAct>(),
            [false, true]
        );

    [Theory]
    [MemberData(nameof(ActsBeforeAndAfter))]
    public void Act_BeforeAndAfterTheLetter_FollowsTheTable(ProvincialCallAct act, bool forwarded)
    {
        Rank(0);
        if (forwarded)
        {
            Assert.Null(_call.Forward(_batch, _recommended, Letter, Some.Now).Refusal);
        }

        var permitted = ProvincialCallLifecycle.Table.Permits(_call.Status, act);
        var refusal = act switch
        {
            ProvincialCallAct.SetDeadline => _call
                .SetSubmissionDeadline(_batch, Some.Forwarding.AddDays(-1), Some.Now)
                .Refusal,
            ProvincialCallAct.Rank => Rank(1).Refusal,
            ProvincialCallAct.Extend => _call
                .ExtendForwarding(_batch, Some.Forwarding.AddDays(1))
                .Refusal,
            _ => _call.Forward(_batch, _recommended, Letter, Some.Now).Refusal,
        };

        Assert.Equal(!forwarded, permitted);
        Assert.Equal(permitted ? null : "ProvincialCall.AlreadyForwarded", refusal?.Code);
    }

    [Fact]
    public void Rank_Order_GivesPlacesAndLeavesTheRestWithoutOne()
    {
        Assert.Null(Rank(2, 0).Refusal);
        Assert.Equal([2, null, 1], _recommended.Select(a => a.Rank));

        Assert.Null(Rank(1).Refusal);
        Assert.Equal([null, 1, null], _recommended.Select(a => a.Rank));
    }

    [Fact]
    public void Rank_UnknownOrTwice_RefusedWithNothingChanged()
    {
        Rank(0, 1, 2);
        var foreign = Some.Application(
            ApplicationStatus.Recommended,
            _batch,
            Some.OtherProvinceCode
        );
        var submitted = Some.Application(ApplicationStatus.Submitted, _batch, number: 4);
        var otherBatch = Some.Application(ApplicationStatus.Recommended, number: 5);
        List<Application> all = [.. _recommended, foreign, submitted, otherBatch];

        Assert.All(
            new List<Guid[]>
            {
                new[] { Guid.NewGuid() },
                new[] { _recommended[0].Id, _recommended[0].Id },
                new[] { foreign.Id },
                new[] { submitted.Id },
                new[] { otherBatch.Id },
            },
            order =>
                Assert.Equal("ProvincialCall.RankingOutdated", _call.Rank(all, order).Refusal?.Code)
        );
        Assert.Equal([1, 2, 3], _recommended.Select(a => a.Rank));
    }

    [Fact]
    public void Forward_Ranked_GoUpInOneLetterAndTheRestStay()
    {
        Rank(2, 0);

        var forwarded = _call.Forward(_batch, _recommended, $" {Letter} ", Some.Now).Value;

        Assert.Equal([_recommended[2], _recommended[0]], forwarded);
        Assert.Equal(
            [
                ApplicationStatus.Forwarded,
                ApplicationStatus.Recommended,
                ApplicationStatus.Forwarded,
            ],
            _recommended.Select(a => a.Status)
        );
        Assert.All(forwarded, a => Assert.Equal(Some.Now, a.ForwardedAt));
        Assert.Equal(
            (Letter, Some.Now, 2),
            (_call.LetterNumber, _call.ForwardedAt, _call.ForwardedCount)
        );
    }

    [Fact]
    public void Forward_MoreThanTheBatchTakesOfAProvince_IsRefusedWithNothingChanged()
    {
        var two = Some.Batch(settings: FirstBatch.Settings with { MaxPerProvince = 2 });
        var call = Some.Call(two);
        var three = Enumerable
            .Range(1, 3)
            .Select(n => Some.Application(ApplicationStatus.Recommended, two, number: n))
            .ToList();
        Assert.Null(call.Rank(three, [.. three.Select(a => a.Id)]).Refusal);

        var refused = call.Forward(two, three, Letter, Some.Now).Refusal;

        Assert.Equal("ProvincialCall.TooManyRanked", refused?.Code);
        Assert.Contains("移出1个", refused!.Zh, StringComparison.Ordinal);
        Assert.All(three, a => Assert.Equal(ApplicationStatus.Recommended, a.Status));
        Assert.Null(call.ForwardedAt);

        Assert.Null(call.Rank(three, [three[2].Id, three[0].Id]).Refusal);
        Assert.Equal([three[2], three[0]], call.Forward(two, three, Letter, Some.Now).Value);
    }

    [Fact]
    public void Forward_AfterAWithdrawal_ClosesTheGapInTheRanks()
    {
        Rank(0, 1, 2);
        _recommended[1].Withdraw("示例");

        _call.Forward(_batch, _recommended, Letter, Some.Now);

        Assert.Equal((1, 2), (_recommended[0].Rank, _recommended[2].Rank));
    }

    [Fact]
    public void Forward_ForeignApplications_AreLeftAlone()
    {
        var foreign = Some.Application(
            ApplicationStatus.Recommended,
            _batch,
            Some.OtherProvinceCode
        );
        Some.Call(_batch, Some.OtherProvinceCode).Rank([foreign], [foreign.Id]);

        var result = _call.Forward(_batch, [foreign], Letter, Some.Now);

        Assert.Equal("ProvincialCall.NothingRanked", result.Refusal?.Code);
        Assert.Equal(ApplicationStatus.Recommended, foreign.Status);
    }

    [Fact]
    public void Forward_Invalid_RefusedWithNothingChanged()
    {
        var before = Snapshot();
        AssertRefused("ProvincialCall.NothingRanked", before, Letter);
        Rank(0);
        before = Snapshot();

        AssertRefused("ProvincialCall.LetterNumberInvalid", before, " ");
        AssertRefused(
            "ProvincialCall.LetterNumberInvalid",
            before,
            new string('示', ProvincialCall.LetterNumberMaxLength + 1)
        );
        Assert.Equal(
            "Application.BatchNotOpen",
            _call
                .Forward(Some.Batch(BatchStage.Preparing), _recommended, Letter, Some.Now)
                .Refusal?.Code
        );
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void Acts_AfterTheLetter_AreAllRefused()
    {
        Rank(0);
        _call.Forward(_batch, _recommended, Letter, Some.Now);
        var before = Snapshot();

        Assert.All(
            [
                Rank(1).Refusal,
                _call.Forward(_batch, _recommended, "示例函〔2022〕2号", Some.Now).Refusal,
                _call.SetSubmissionDeadline(_batch, Some.Forwarding, Some.Now).Refusal,
                _call.ExtendForwarding(_batch, Some.Forwarding.AddDays(1)).Refusal,
            ],
            refusal => Assert.Equal("ProvincialCall.AlreadyForwarded", refusal?.Code)
        );
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void SetSubmissionDeadline_Bounds_InTheFutureAndNotPastForwarding()
    {
        Assert.Equal("ProvincialCall.DeadlineInThePast", Set(Some.Now));
        Assert.Equal("Extension.PastForwarding", Set(Some.Forwarding.AddTicks(1)));
        Assert.Null(_call.SubmissionDeadline);
        Assert.Null(Set(Some.Forwarding));
        Assert.Equal("ProvincialCall.DeadlineUnchanged", Set(Some.Forwarding));
        Assert.Null(Set(Some.Now.AddTicks(1)));
        Assert.Equal(Some.Now.AddTicks(1), _call.Submission(_batch).At);
        Assert.Equal(Some.Forwarding, _call.Forwarding(_batch).At);

        string? Set(DateTimeOffset at) =>
            _call.SetSubmissionDeadline(_batch, at, Some.Now).Refusal?.Code;
    }

    private void AssertRefused(string code, string before, string letter)
    {
        Assert.Equal(code, _call.Forward(_batch, _recommended, letter, Some.Now).Refusal?.Code);
        Assert.Equal(before, Snapshot());
    }

    private Result Rank(params int[] indexes) =>
        _call.Rank(_recommended, [.. indexes.Select(i => _recommended[i].Id)]);

    private string Snapshot() => Some.Snapshot(_call) + Some.Snapshot(_recommended);
}
