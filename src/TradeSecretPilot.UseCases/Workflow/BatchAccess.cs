using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

internal static class BatchAccess
{
    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Batch.NotFound",
            "没有找到这个批次，可能尚未开始受理。请回到列表重新进入。",
            "This batch was not found, or has not opened yet. Go back to the list."
        );

    public static Task<Batch?> FindBatchAsync(
        this PilotSession session,
        Guid id,
        CancellationToken ct
    ) => session.Db.Batches.SingleOrDefaultAsync(b => b.Id == id, ct);

    /// <summary>
    /// The batch asked for; when none is, the latest that the actor can see, and one in preparation only where there is no other. To be
    /// read only.
    /// </summary>
    /// <returns>Null when there is no such batch, or the actor may not know of it.</returns>
    public static Task<Batch?> ChooseBatchAsync(
        this PilotSession session,
        BatchKey? key,
        CancellationToken ct
    ) =>
        (key?.In(session.Db.Batches) ?? session.Db.Batches)
            .AsNoTracking()
            .OrderBy(b => b.Stage == BatchStage.Preparing)
            .ThenByDescending(b => b.Number)
            .FirstOrDefaultAsync(ct);

    public static ActRecord Act(this Batch batch, Act act, string? note = null) =>
        new(act, batch.Id) { Audience = Audience.National, Note = note };
}
