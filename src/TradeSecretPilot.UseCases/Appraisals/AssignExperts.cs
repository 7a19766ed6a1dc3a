using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>
/// Carries out what <see cref="ProposeAssignments"/> shows, all or nothing. Repeated, it finds nothing left to assign and
/// does nothing.
/// </summary>
public sealed class AssignExperts(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

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
        if (proposal.Pairs.Count == 0)
        {
            return new View(0, 0, proposal.Shortfalls);
        }

        var applicationIds = proposal.Pairs.Select(p => p.ApplicationId).Distinct().ToList();
        var applications = await db
            .Applications.AsNoTracking()
            .Where(a => applicationIds.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, ct);
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
            session.Did(applications[pairs.Key].Act("ExpertsAssigned", Audience.National, names));
        }

        foreach (var pairs in proposal.Pairs.GroupBy(p => p.ExpertId))
        {
            session.Tell(
                Recipients.Account(pairs.Key),
                new Message(
                    $"请您评审{batch.NameZh}创新试点工作方案{pairs.Count()}份，请先确认是否需要回避。",
                    $"{pairs.Count()} work plan(s) of the {batch.NameEn} are yours to score. First say whether you must recuse.",
                    "/scoring"
                )
            );
        }

        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? conflict
            : new View(proposal.Pairs.Count, expertIds.Count, proposal.Shortfalls);
    }
}
