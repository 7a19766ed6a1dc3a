using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>
/// Gives up a batch that is still being prepared: it is gone, and its number free. The trail keeps that it was. One that has opened
/// stays for good.
/// </summary>
public sealed class DiscardBatch(PilotSessions sessions)
{
    /// <param name="Seen">Row version of the batch.</param>
    public sealed record Input(Guid BatchId, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageBatches, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        session.Expect(batch, input.Seen);
        if (batch.Discard().Refusal is { } refusal)
        {
            return refusal;
        }

        session.Db.Batches.Remove(batch);
        session.Record(batch.Act(Act.BatchDiscarded, batch.NameZh));
        return await session.SaveAsync(ct);
    }
}
