using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.Domain.Appraisals;

namespace TradeSecretPilot.Domain.Tests.Appraisals;

public sealed class AssignmentPlannerTests
{
    private const int MostPlans = 30;

    [Fact]
    public void Propose_AnyPool_NeverTheSameProvinceTheClosedOrTwice() =>
        Prop.ForAll(
                Pools().ToArbitrary(),
                pool =>
                {
                    var plans = pool.Plans.ToDictionary(p => p.ApplicationId);
                    var experts = pool.Experts.ToDictionary(e => e.Id);
                    var taken = pool
                        .Existing.Select(s => (s.ApplicationId, s.ExpertId))
                        .ToHashSet();
                    var pairs = pool.Propose().Pairs;
                    return pairs.Distinct().Count() == pairs.Count
                        && !pairs.Any(taken.Contains)
                        && pairs.All(p =>
                            plans[p.ApplicationId].ProvinceCode != experts[p.ExpertId].ProvinceCode
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Propose_AnyPool_CoversEachPlanOrSaysExactlyWhatIsMissing() =>
        Prop.ForAll(
                Pools().ToArbitrary(),
                pool =>
                {
                    var proposal = pool.Propose();
                    var shortfalls = proposal.Shortfalls.ToDictionary(s => s.ApplicationId);
                    return pool.Plans.TrueForAll(plan =>
                    {
                        var own = pool
                            .Existing.Where(s => s.ApplicationId == plan.ApplicationId)
                            .ToList();
                        var needed = Math.Max(0, pool.Sheets - own.Count(s => s.IsHeld));
                        var able = pool.Experts.Count(e =>
                            e.ProvinceCode != plan.ProvinceCode
                            && own.TrueForAll(s => s.ExpertId != e.Id)
                        );
                        var given = proposal.Pairs.Count(p =>
                            p.ApplicationId == plan.ApplicationId
                        );
                        var missing = shortfalls.TryGetValue(plan.ApplicationId, out var s)
                            ? s.Missing
                            : 0;
                        return given == Math.Min(needed, able)
                            && missing == needed - given
                            && (
                                s is null
                                || (
                                    s.Recused
                                        == own.Count(x => x.Status == ScoreSheetStatus.Recused)
                                    && s.Released
                                        == own.Count(x => x.Status == ScoreSheetStatus.Released)
                                    && s.SameProvince
                                        == pool.Experts.Count(e =>
                                            e.ProvinceCode == plan.ProvinceCode
                                        )
                                )
                            );
                    });
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Propose_NothingForbidden_LoadsDifferByOneAtMost() =>
        Prop.ForAll(
                (
                    from plans in Gen.Choose(1, MostPlans)
                    from experts in Gen.Choose(1, 12)
                    from sheets in Gen.Choose(1, experts)
                    select new Pool(
                        [.. Enumerable.Range(0, plans).Select(_ => Plan(Some.ProvinceCode))],
                        [.. Enumerable.Range(0, experts).Select(_ => Expert(null))],
                        [],
                        sheets
                    )
                ).ToArbitrary(),
                pool =>
                {
                    var proposal = pool.Propose();
                    var loads = pool
                        .Experts.Select(e => proposal.Pairs.Count(p => p.ExpertId == e.Id))
                        .ToList();
                    return loads.Max() - loads.Min() <= 1
                        && proposal.Shortfalls.Count == 0
                        && loads.Sum() == pool.Plans.Count * pool.Sheets;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Propose_AnyOrderOfThePool_IsTheSame() =>
        Prop.ForAll(
                Pools().ToArbitrary(),
                pool =>
                {
                    var reversed = pool with
                    {
                        Experts = [.. pool.Experts.AsEnumerable().Reverse()],
                    };
                    return pool.Propose().Pairs.SequenceEqual(reversed.Propose().Pairs);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Propose_ItsOwnProposal_NeedsNothingMore() =>
        Prop.ForAll(
                Pools().ToArbitrary(),
                pool =>
                {
                    var first = pool.Propose();
                    var after = pool with
                    {
                        Existing =
                        [
                            .. pool.Existing,
                            .. first.Pairs.Select(p => Sheet(p, ScoreSheetStatus.Assigned)),
                        ],
                    };
                    return after.Propose().Pairs.Count == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    private static Gen<Pool> Pools() =>
        from planCount in Gen.Choose(0, MostPlans)
        from expertCount in Gen.Choose(0, 12)
        from sheets in Gen.Choose(1, 7)
        from planProvinces in Province().ListOf(planCount)
        from expertProvinces in Gen.OneOf(
                Province().Select(p => (string?)p),
                Gen.Constant<string?>(null)
            )
            .ListOf(expertCount)
        let plans = planProvinces.Select(Plan).ToList()
        let experts = expertProvinces.Select(Expert).ToList()
        from states in Gen.Frequency(
                (8, Gen.Constant<ScoreSheetStatus?>(null)),
                (
                    2,
                    Gen.Elements(Enum.GetValues<ScoreSheetStatus>())
                        .Select(s => (ScoreSheetStatus?)s)
                )
            )
            .ListOf(planCount * expertCount)
        let all = plans.SelectMany(p => experts.Select(e => (p.ApplicationId, e.Id)))
        select new Pool(
            plans,
            experts,
            [
                .. all.Zip(states)
                    .Where(x => x.Second is not null)
                    .Select(x => Sheet(x.First, x.Second!.Value)),
            ],
            sheets
        );

    private static ExistingSheet Sheet((Guid Plan, Guid Expert) pair, ScoreSheetStatus status) =>
        new(pair.Plan, pair.Expert, status);

    private static Gen<string> Province() => Gen.Elements("990000", "980000", "970000");

    private static PlanToScore Plan(string province) => new(Guid.NewGuid(), "示例市", province);

    private static PanelExpert Expert(string? province) =>
        new(Guid.NewGuid(), "专家（示例）", province);

    private sealed record Pool(
        List<PlanToScore> Plans,
        List<PanelExpert> Experts,
        List<ExistingSheet> Existing,
        int Sheets
    )
    {
        public AssignmentProposal Propose() =>
            AssignmentPlanner.Propose(Plans, Experts, Existing, Sheets);
    }
}
