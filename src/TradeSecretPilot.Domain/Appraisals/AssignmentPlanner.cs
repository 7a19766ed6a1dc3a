namespace TradeSecretPilot.Domain.Appraisals;

/// <summary>What the planner needs to know of an expert.</summary>
public sealed record PanelExpert(Guid Id, string Name, string? ProvinceCode);

/// <summary>What the planner needs to know of a plan.</summary>
public sealed record PlanToScore(Guid ApplicationId, string RegionName, string ProvinceCode);

/// <summary>A plan that could not get enough experts, and why.</summary>
public sealed record Shortfall(
    Guid ApplicationId,
    string RegionName,
    int Missing,
    int SameProvince,
    int Recused
);

/// <summary>Who scores what, and what could not be covered.</summary>
public sealed record AssignmentProposal(
    IReadOnlyList<(Guid ApplicationId, Guid ExpertId)> Pairs,
    IReadOnlyList<Shortfall> Shortfalls
);

/// <summary>
/// Spreads plans over the panel: nobody scores a plan of the own province or one recused from, and loads differ as little
/// as possible.
/// </summary>
public static class AssignmentPlanner
{
    /// <param name="existing">Every sheet there is, recused ones included.</param>
    /// <param name="sheetsPerPlan">Sheets each plan needs that are not recused.</param>
    public static AssignmentProposal Propose(
        IReadOnlyList<PlanToScore> plans,
        IReadOnlyList<PanelExpert> experts,
        IReadOnlyList<(Guid ApplicationId, Guid ExpertId, bool Recused)> existing,
        int sheetsPerPlan
    )
    {
        var load = experts.ToDictionary(
            e => e.Id,
            e => existing.Count(s => s.ExpertId == e.Id && !s.Recused)
        );
        var byPlan = existing.ToLookup(s => s.ApplicationId);
        var pairs = new List<(Guid, Guid)>();
        var shortfalls = new List<Shortfall>();
        foreach (var plan in plans)
        {
            var taken = byPlan[plan.ApplicationId].Select(s => s.ExpertId).ToHashSet();
            var needed = sheetsPerPlan - byPlan[plan.ApplicationId].Count(s => !s.Recused);
            var chosen = experts
                .Where(e => e.ProvinceCode != plan.ProvinceCode && !taken.Contains(e.Id))
                .OrderBy(e => load[e.Id])
                .ThenBy(e => Spread(plan.ApplicationId, e.Id))
                .Take(Math.Max(needed, 0))
                .ToList();
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
                        byPlan[plan.ApplicationId].Count(s => s.Recused)
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
