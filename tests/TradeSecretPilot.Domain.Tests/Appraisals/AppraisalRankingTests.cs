using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Tests.Appraisals;

public sealed class AppraisalRankingTests
{
    [Fact]
    public void Rank_MeansEqualWhenRounded_ComparesTheFractions()
    {
        // 8000.333… against 8000.25: both are written as 8000.
        var (higher, lower) = (Guid.NewGuid(), Guid.NewGuid());

        var standings = AppraisalRanking.Rank(
            Totals((lower, [8000, 8000, 8000, 8001]), (higher, [8000, 8000, 8001]))
        );

        Assert.Equal([new(higher, 8000, 1), new Standing(lower, 8000, 2)], standings);
    }

    [Fact]
    public void Rank_EqualFractions_ShareThePlaceAndSkipTheNext()
    {
        Guid[] ids = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];

        var standings = AppraisalRanking.Rank(
            Totals((ids[0], [7000]), (ids[1], [8000, 9000]), (ids[2], [8500]), (ids[3], [9000]))
        );

        Assert.Equal([1, 2, 2, 4], standings.Select(s => s.Place));
        Assert.Equal(ids[3], standings[0].ApplicationId);
        Assert.Equal(ids[0], standings[3].ApplicationId);
    }

    [Theory]
    [InlineData(new[] { 8000, 8001 }, 8001)]
    [InlineData(new[] { 8000, 8000, 8001 }, 8000)]
    [InlineData(new[] { 8000, 8001, 8001 }, 8001)]
    [InlineData(new[] { 0 }, 0)]
    [InlineData(new[] { 10_000, 10_000 }, 10_000)]
    public void Rank_Mean_IsRoundedHalfUp(int[] totals, int mean) =>
        Assert.Equal(
            mean,
            Assert.Single(AppraisalRanking.Rank(Totals((Guid.NewGuid(), totals)))).MeanHundredths
        );

    [Fact]
    public void Rank_NoSheet_Throws() =>
        Assert.Throws<ArgumentException>(() => AppraisalRanking.Rank(Totals((Guid.NewGuid(), []))));

    [Fact]
    public void Rank_AnyOrder_GivesTheSamePlacesAsExactFractions() =>
        Prop.ForAll(
                Gen.Choose(0, 40)
                    .Select(n => 8000 + n)
                    .NonEmptyListOf()
                    .Select(l => (Id: Guid.NewGuid(), Totals: l.ToArray()))
                    .ListOf()
                    .ToArbitrary(),
                plans =>
                {
                    var forward = AppraisalRanking.Rank(Totals([.. plans]));
                    var backward = AppraisalRanking.Rank(
                        Totals([.. plans.AsEnumerable().Reverse()])
                    );
                    return forward.SequenceEqual(backward)
                        && forward.All(s =>
                            s.Place == 1 + plans.Count(p => Exceeds(p.Totals, Of(plans, s)))
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Conclude_AllSheetsIn_AppraisesEveryPlan()
    {
        var batch = Some.Batch(BatchStage.Appraising, Some.SmallSettings);
        var good = Some.Application(ApplicationStatus.Forwarded);
        var better = Some.Application(ApplicationStatus.Forwarded, number: 2);
        ScoreSheet[] sheets =
        [
            Some.Sheet(batch, good, ScoreSheetStatus.Submitted, 80),
            Some.Sheet(batch, good, ScoreSheetStatus.Recused),
            Some.Sheet(batch, better, ScoreSheetStatus.Submitted, 90),
        ];

        Assert.Null(AppraisalRanking.Conclude(batch, [good, better], sheets).Refusal);

        Assert.Equal(BatchStage.Selecting, batch.Stage);
        Assert.Equal((8000, 2), (good.MeanHundredths, good.AppraisalRank));
        Assert.Equal((9000, 1), (better.MeanHundredths, better.AppraisalRank));
    }

    [Fact]
    public void Conclude_OpenOrLacking_RefusedWithNothingChanged()
    {
        var batch = Some.Batch(BatchStage.Appraising, Some.SmallSettings);
        var plan = Some.Application(ApplicationStatus.Forwarded);
        var before = Some.Snapshot(batch) + Some.Snapshot(plan);
        var submitted = Some.Sheet(batch, plan, ScoreSheetStatus.Submitted);
        ScoreSheet[][] cases =
        [
            [],
            [Some.Sheet(batch, plan, ScoreSheetStatus.Recused)],
            [submitted, Some.Sheet(batch, plan, ScoreSheetStatus.Assigned)],
            [submitted, Some.Sheet(batch, plan, ScoreSheetStatus.Accepted)],
        ];

        Assert.All(
            cases,
            sheets =>
                Assert.Equal(
                    "Appraisal.Incomplete",
                    AppraisalRanking.Conclude(batch, [plan], sheets).Refusal?.Code
                )
        );
        Assert.Equal("Appraisal.Nothing", AppraisalRanking.Conclude(batch, [], []).Refusal?.Code);
        Assert.Equal(before, Some.Snapshot(batch) + Some.Snapshot(plan));
    }

    private static int[] Of(IEnumerable<(Guid Id, int[] Totals)> plans, Standing standing) =>
        plans.Single(p => p.Id == standing.ApplicationId).Totals;

    private static bool Exceeds(int[] a, int[] b) => a.Sum() * b.Length > b.Sum() * a.Length;

    private static Dictionary<Guid, IReadOnlyList<int>> Totals(
        params (Guid Id, int[] Totals)[] plans
    ) => plans.ToDictionary(p => p.Id, p => (IReadOnlyList<int>)p.Totals);
}
