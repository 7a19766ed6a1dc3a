using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>The lead changes the seats of a batch, with a recorded reason.</summary>
public sealed class AmendSeats(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId, int MinSeats, int MaxSeats, string Reason);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.AmendBatches, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var before = $"{batch.MinSeats}–{batch.MaxSeats}";
        if (batch.AmendSeats(input.MinSeats, input.MaxSeats, input.Reason).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(
            batch.Act(
                "SeatsAmended",
                $"{before} → {batch.MinSeats}–{batch.MaxSeats}；{batch.SeatsReason}"
            )
        );
        return await session.SaveAsync(ct);
    }
}
