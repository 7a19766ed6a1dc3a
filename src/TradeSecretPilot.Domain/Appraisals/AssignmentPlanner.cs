namespace TradeSecretPilot.Domain.Appraisals;

/// <summary>What the planner needs to know of an expert.</summary>
public sealed record PanelExpert(Guid Id, string Name, string? ProvinceCode);

/// <summary>What the planner needs to know of a plan.</summary>
public sealed record PlanToScore(Guid ApplicationId, string RegionName, string ProvinceCode);

/// <summary>An assignment there is or was.</summary>
public sealed record ExistingSheet(Guid ApplicationId, Guid ExpertId, ScoreSheetStatus Status)
{
    /// <summary>Neither recused from nor released.</summary>
    public bool IsHeld => ScoreSheetLifecycle.Held.Contains(Status);
}

/// <summary>A plan that could not get enough experts, and why.</summary>
/// <param name="SameProvince">Members of the panel who work in its province.</param>
/// <param name="Recused">Experts who recused from it.</param>
/// <param name="Released">Experts from whom it was taken back.</param>
public sealed record Shortfall(
    Guid ApplicationId,
    string RegionName,
    int Missing,
    int SameProvince,
    int Recused,
    int Released
);

/// <summary>Who scores what, and what could not be covered.</summary>
public sealed record AssignmentProposal(
    IReadOnlyList<(Guid ApplicationId, Guid ExpertId)> Pairs,
    IReadOnlyList<Shortfall> Shortfalls
);

/// <summary>
/// Spreads plans over the panel: nobody scores a plan of the own province, or one recused or released from, and loads differ as little
/// as possible.
/// </summary>
public static class AssignmentPlanner
{
    /// <param name="existing">Every sheet there is, those recused or released from included.</param>
    /// <param name="sheetsPerPlan">Sheets each plan needs that stand.</param>
    public static AssignmentProposal Propose(
        IReadOnlyList<PlanToScore> plans,
        IReadOnlyList<PanelExpert> experts,
        IReadOnlyList<ExistingSheet> existing,
        int sheetsPerPlan
    )
    {
        var load = experts.ToDictionary(
            e => e.Id,
            e => existing.Count(s => s.ExpertId == e.Id && s.IsHeld)
        );
        var byPlan = existing.ToLookup(s => s.ApplicationId);
        var pairs = new List<(Guid, Guid)>();
        var shortfalls = new List<Shortfall>();
        foreach (var plan in plans)
        {
            var taken = byPlan[plan.ApplicationId].Select(s => s.ExpertId).ToHashSet();
            var needed = sheetsPerPlan - byPlan[plan.ApplicationId].Count(s => s.IsHeld);
            var chosen = experts
                .Where(e => e.ProvinceCode != plan.ProvinceCode && !taken.Contains(e.Id))
                .OrderBy(e => load[e.Id])
                .ThenBy(e => Spread(plan.ApplicationId, e.Id))
                .Take(Math.Max(needed, 0))
                .ToList();
            int Count(ScoreSheetStatus status) =>
                byPlan[plan.ApplicationId].Count(s => s.Status == status);
            foreach (var expert in chosen)
            {
                load[expert.Id]++;
                pairs.Add((plan.ApplicationId, expert.Id));
            }

            if (chosen.Count < needed)
            {
                shortfalls.Add(
                    new Shortfall(
                        plan.ApplicationId,
                        plan.RegionName,
                        needed - chosen.Count,
                        experts.Count(e => e.ProvinceCode == plan.ProvinceCode),
                        Count(ScoreSheetStatus.Recused),
                        Count(ScoreSheetStatus.Released)
                    )
                );
            }
        }

        return new AssignmentProposal(pairs, shortfalls);
    }

    // Among equally loaded experts the choice must not follow the pool's order, and must be the same when repeated.
    private static int Spread(Guid plan, Guid expert) =>
        BitConverter.ToInt32(plan.ToByteArray(), 12)
        ^ BitConverter.ToInt32(expert.ToByteArray(), 12);
}
