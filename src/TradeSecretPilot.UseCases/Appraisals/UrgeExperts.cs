using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>催办: tells experts with open sheets that the working group waits, all or nothing, each expert once a day.</summary>
public sealed class UrgeExperts(PilotSessions sessions)
{
    /// <param name="Seen">Their sheets that are not submitted, where they stood: <see cref="AssignmentSeen.Of"/>.</param>
    public sealed record Input(Guid BatchId, IReadOnlyList<Guid> ExpertIds, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        var found = await session.FindScoringAsync(input.BatchId, ct);
        if (found.Refusal is { } notScoring)
        {
            return notScoring;
        }

        var (batch, panel) = found.Value;

        var experts = input.ExpertIds.Distinct().ToList();
        var open = await db
            .ScoreSheets.AsNoTracking()
            .Where(s =>
                s.BatchId == batch.Id
                && experts.Contains(s.ExpertId)
                && ScoreSheetLifecycle.Owed.Contains(s.Status)
            )
            .Select(s => new
            {
                s.Id,
                s.Status,
                s.ExpertId,
            })
            .ToListAsync(ct);
        session.Expect(input.Seen, AssignmentSeen.Of(open.Select(s => (s.Id, s.Status))));
        var owing = open.CountBy(s => s.ExpertId).ToDictionary();
        if (panel.Urge(experts, owing.Keys.ToHashSet(), session.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        var names = await db
            .Experts.Where(e => experts.Contains(e.Id))
            .OrderBy(e => EF.Property<string>(e, NameColumns.SortKey))
            .ThenBy(e => e.Id)
            .Select(e => e.Name)
            .ToListAsync(ct);
        session.Record(batch.Act(Act.BatchExpertsUrged, string.Join('、', names)));
        foreach (var (expert, sheets) in owing)
        {
            session.Notify(
                Recipients.Account(expert),
                new AppraisalMessages.Urged(batch, sheets, panel.ScoresDueOn)
            );
        }

        return await session.SaveAsync(ct);
    }
}
