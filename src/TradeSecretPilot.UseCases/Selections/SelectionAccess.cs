using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Selections;

internal static class SelectionAccess
{
    public static Task<Selection?> FindSelectionAsync(
        this PilotSession session,
        Guid batchId,
        CancellationToken ct
    ) => session.Db.Selections.SingleOrDefaultAsync(s => s.BatchId == batchId, ct);

    /// <summary>The applications of a batch that have a place, settled ones included.</summary>
    public static IQueryable<Application> AppraisedIn(this PilotSession session, Guid batchId) =>
        session.Db.Applications.Where(a => a.BatchId == batchId && a.AppraisalRank != null);

    /// <summary>The ranking of a batch, without the plans.</summary>
    public static Task<List<Standing>> ReadRankingAsync(
        this PilotSession session,
        Guid batchId,
        CancellationToken ct
    ) =>
        session
            .AppraisedIn(batchId)
            .Select(a => new Standing(a.Id, a.MeanHundredths!.Value, a.AppraisalRank!.Value))
            .ToListAsync(ct);
}
