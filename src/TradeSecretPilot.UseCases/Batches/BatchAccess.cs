using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Batches;

internal static class BatchAccess
{
    public static Refusal NotFound() =>
        new(
            "Batch.NotFound",
            "没有找到这个批次，可能尚未开始受理。请回到列表重新进入。",
            "This batch was not found, or has not opened yet. Go back to the list."
        );

    public static Task<Batch?> FindBatchAsync(
        this PilotSession session,
        Guid id,
        CancellationToken ct
    ) => session.Db.Batches.SingleOrDefaultAsync(b => b.Id == id, ct);

    /// <summary>The batch people work on: the latest that they can see.</summary>
    public static Task<Batch?> CurrentBatchAsync(this PilotSession session, CancellationToken ct) =>
        session.Db.Batches.AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(ct);

    public static Act Act(this Batch batch, string name, string? note = null) =>
        new($"Batch.{name}", batch.Id) { Audience = Audience.National, Note = note };
}
