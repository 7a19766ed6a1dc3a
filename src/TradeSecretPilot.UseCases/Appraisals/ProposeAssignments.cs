using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Shows who would score what, before anything is assigned. Changes nothing.</summary>
[OneSnapshot]
public sealed class ProposeAssignments(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    /// <param name="Sheets">Assignments that would be made.</param>
    /// <param name="Plans">The plans that would get experts.</param>
    /// <param name="Seen">Who would score what.</param>
    /// <param name="Shortfalls">Plans the panel cannot cover, with the reason in figures.</param>
    public sealed record View(
        int SheetsPerPlan,
        int Sheets,
        IReadOnlyList<PlanRow> Plans,
        IReadOnlyList<LoadRow> Loads,
        IReadOnlyList<Shortfall> Shortfalls,
        Seen Seen
    );

    /// <param name="Present">Experts the plan has already, those recused or released not counted.</param>
    /// <param name="Added">Names of the experts it would get.</param>
    public sealed record PlanRow(
        Guid ApplicationId,
        string RegionName,
        string ProvinceName,
        int Present,
        IReadOnlyList<string> Added
    );

    /// <param name="Now">Plans the expert has.</param>
    /// <param name="After">Plans the expert would have.</param>
    public sealed record LoadRow(Guid ExpertId, string Name, int Now, int After);

    internal static Seen SeenOf(AssignmentProposal proposal) =>
        Seen.Of(
            proposal
                .Pairs.OrderBy(p => p.ApplicationId)
                .ThenBy(p => p.ExpertId)
                .SelectMany(p => new object?[] { p.ApplicationId, p.ExpertId })
        );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var read = await AssignmentPlan.ReadAsync(session, batch, ct);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var plan = read.Value;
        var names = plan.Experts.ToDictionary(e => e.Id, e => e.Name);
        var added = plan.Proposal.Pairs.ToLookup(p => p.ApplicationId, p => p.ExpertId);
        var gained = plan.Proposal.Pairs.ToLookup(p => p.ExpertId);
        var active = plan.Existing.Where(s => s.IsHeld).ToList();
        return new View(
            batch.SheetsPerPlan,
            plan.Proposal.Pairs.Count,
            [
                .. plan
                    .Plans.Where(p => added.Contains(p.Id))
                    .Select(p => new PlanRow(
                        p.Id,
                        p.RegionName,
                        p.ProvinceName,
                        active.Count(s => s.ApplicationId == p.Id),
                        [.. added[p.Id].Select(id => names[id])]
                    )),
            ],
            [
                .. plan
                    .Experts.Select(e => (Expert: e, Now: active.Count(s => s.ExpertId == e.Id)))
                    .Select(l => new LoadRow(
                        l.Expert.Id,
                        l.Expert.Name,
                        l.Now,
                        l.Now + gained[l.Expert.Id].Count()
                    )),
            ],
            plan.Proposal.Shortfalls,
            SeenOf(plan.Proposal)
        );
    }
}
