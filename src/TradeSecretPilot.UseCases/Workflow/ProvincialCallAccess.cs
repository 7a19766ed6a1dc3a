using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Workflow;

internal static class ProvincialCallAccess
{
    /// <summary>The actor's own call in a batch, with the batch.</summary>
    public static async Task<(ProvincialCall Call, Batch Batch)?> FindCallAsync(
        this PilotSession session,
        Guid batchId,
        CancellationToken ct
    )
    {
        var found = await (
            from c in session.Db.ProvincialCalls
            where c.BatchId == batchId && c.OrganizationId == session.OrganizationId
            join b in session.Db.Batches on c.BatchId equals b.Id
            select new { Call = c, Batch = b }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Call, found.Batch);
    }

    /// <summary>Without their plans.</summary>
    public static Task<List<Application>> RecommendedAsync(
        this PilotSession session,
        Guid batchId,
        CancellationToken ct
    ) =>
        session
            .Db.Applications.Where(a =>
                a.BatchId == batchId && a.Status == ApplicationStatus.Recommended
            )
            .ToListWithoutTextAsync(session.Db, ct);

    public static ActRecord Act(this ProvincialCall call, Act act, string? note = null) =>
        new(act, call.Id)
        {
            ProvinceCode = call.ProvinceCode,
            Audience = Audience.Provincial | Audience.National,
            Note = note,
        };
}
