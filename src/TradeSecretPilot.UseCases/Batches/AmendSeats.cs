using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>The lead changes the seats of a batch, with a recorded reason.</summary>
public sealed class AmendSeats(PilotSessions sessions)
{
    /// <param name="Seen">Row version of the batch.</param>
    public sealed record Input(Guid BatchId, int MinSeats, int MaxSeats, string Reason, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.AmendBatches, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        session.Expect(batch, input.Seen);
        var before = $"{batch.MinSeats}–{batch.MaxSeats}";
        if (batch.AmendSeats(input.MinSeats, input.MaxSeats, input.Reason).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(
            batch.Act(
                Act.BatchSeatsAmended,
                $"{before} → {batch.MinSeats}–{batch.MaxSeats}；{batch.SeatsReason}"
            )
        );
        return await session.SaveAsync(ct);
    }
}
