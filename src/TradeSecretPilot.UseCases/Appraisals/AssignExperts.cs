using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>
/// Carries out what <see cref="ProposeAssignments"/> shows, all or nothing. Repeated, it finds nothing left to assign and
/// does nothing.
/// </summary>
public sealed class AssignExperts(PilotSessions sessions)
{
    /// <param name="Seen">The proposal that was confirmed: <see cref="ProposeAssignments.View.Seen"/>.</param>
    public sealed record Input(Guid BatchId, Seen Seen);

    /// <param name="Sheets">Assignments made now.</param>
    /// <param name="Experts">Experts who were told.</param>
    public sealed record View(int Sheets, int Experts, IReadOnlyList<Shortfall> Shortfalls);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var read = await AssignmentPlan.ReadAsync(session, batch, ct);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var proposal = read.Value.Proposal;
        session.Expect(input.Seen, ProposeAssignments.SeenOf(proposal));
        if (proposal.Pairs.Count == 0)
        {
            if (session.Changed is { } changed)
            {
                return changed;
            }

            return new View(0, 0, proposal.Shortfalls);
        }

        var applicationIds = proposal.Pairs.Select(p => p.ApplicationId).Distinct().ToList();
        var applications = (
            await db
                .Applications.Where(a => applicationIds.Contains(a.Id))
                .ToListWithoutTextAsync(db, ct)
        ).ToDictionary(a => a.Id);
        var expertIds = proposal.Pairs.Select(p => p.ExpertId).Distinct().ToList();
        var experts = await db
            .Experts.AsNoTracking()
            .Where(e => expertIds.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, ct);
        foreach (var (applicationId, expertId) in proposal.Pairs)
        {
            var assigned = ScoreSheet.Assign(
                batch,
                applications[applicationId],
                experts[expertId],
                session.Now
            );
            if (assigned.Refusal is { } notAssigned)
            {
                return notAssigned;
            }

            db.ScoreSheets.Add(assigned.Value);
        }

        foreach (var pairs in proposal.Pairs.GroupBy(p => p.ApplicationId, p => p.ExpertId))
        {
            var names = string.Join('、', pairs.Select(id => experts[id].Name));
            session.Record(
                applications[pairs.Key]
                    .Act(Act.ApplicationExpertsAssigned, Audience.National, names)
            );
        }

        foreach (var pairs in proposal.Pairs.GroupBy(p => p.ExpertId))
        {
            session.Notify(
                Recipients.Account(pairs.Key),
                new AppraisalMessages.PlansAssigned(batch, pairs.Count())
            );
        }

        return await session.SaveAsync(
            () => new View(proposal.Pairs.Count, expertIds.Count, proposal.Shortfalls),
            ct
        );
    }
}
