using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>How far SAMR's work on a batch is.</summary>
/// <param name="LackingPlans">Forwarded plans with fewer experts than they need; none while there is no panel.</param>
/// <param name="OpenSheets">Sheets that stand and are not submitted.</param>
/// <param name="ScoresDueOn">The experts' own day; null while there is no panel.</param>
internal sealed record NationalStanding(
    DateOnly? ScoresDueOn,
    int LackingPlans,
    int OpenSheets,
    bool IsProposed
)
{
    public bool HasPanel => ScoresDueOn is not null;

    /// <summary>Every batch with its standing, latest first.</summary>
    public static async Task<IReadOnlyList<InboxBatch>> ReadAsync(
        PilotSession session,
        CancellationToken ct
    )
    {
        var db = session.Db;
        return await (
            from b in db.Batches.AsNoTracking()
            orderby b.Number descending
            select new InboxBatch(
                b,
                null,
                new NationalStanding(
                    db.ExpertPanels.Where(p => p.BatchId == b.Id)
                        .Select(p => (DateOnly?)p.ScoresDueOn)
                        .FirstOrDefault(),
                    db.Applications.Count(a =>
                        a.BatchId == b.Id
                        && a.Status == ApplicationStatus.Forwarded
                        && db.ExpertPanels.Any(p => p.BatchId == b.Id)
                        && db.ScoreSheets.Count(s =>
                            s.ApplicationId == a.Id && ScoreSheetLifecycle.Held.Contains(s.Status)
                        ) < b.SheetsPerPlan
                    ),
                    db.ScoreSheets.Count(s =>
                        s.BatchId == b.Id && ScoreSheetLifecycle.Owed.Contains(s.Status)
                    ),
                    db.Selections.Any(s =>
                        s.BatchId == b.Id && s.Status == SelectionStatus.Proposed
                    )
                )
            )
        ).ToListAsync(ct);
    }
}
