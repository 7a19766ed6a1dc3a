using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>Changes the settings of a batch that has not opened.</summary>
public sealed class ConfigureBatch(PilotSessions sessions)
{
    /// <param name="ExpectedVersion">Row version the page started from.</param>
    public sealed record Input(Guid BatchId, int ExpectedVersion, BatchSettings Settings);

    /// <param name="Version">Row version to save the next change on.</param>
    /// <param name="SavedAt">UTC.</param>
    public sealed record View(int Version, DateTimeOffset SavedAt);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageBatches, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        session.Expect(batch, input.ExpectedVersion);

        if (batch.Configure(input.Settings).Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        if (await session.RefuseNamesAsync(input.Settings.Eligibility, ct) is { } unknown)
        {
            return session.Refuse(unknown);
        }

        session.Record(batch.Act(Act.BatchConfigured));
        var saved = await session.SaveAsync(() => new View(batch.Version, session.Now), ct);
        return saved.Refusal?.Kind == RefusalKind.AlreadyDone
            ? BatchRefusals.NumberTaken(input.Settings.Number)
            : saved;
    }
}
