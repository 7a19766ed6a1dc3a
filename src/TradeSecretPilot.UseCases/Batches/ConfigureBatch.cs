using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>Changes the settings of a batch that has not opened.</summary>
public sealed class ConfigureBatch(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId, int ExpectedVersion, BatchSettings Settings);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageBatches, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (batch.Version != input.ExpectedVersion)
        {
            return PlatformRefusals.ChangedMeanwhile();
        }

        if (batch.Configure(input.Settings).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(batch.Act("Configured"));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal?.Code == PlatformRefusals.AlreadyDone().Code
            ? BatchRefusals.NumberTaken(input.Settings.Number)
            : saved;
    }
}
