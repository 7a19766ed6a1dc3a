using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>Sets up a new batch. It stays unseen outside the working group until it opens.</summary>
public sealed class CreateBatch(PilotSessions sessions)
{
    public async Task<Result<Guid>> ExecuteAsync(BatchSettings input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageBatches, ct);
        var created = Batch.Create(input, session.Now);
        if (created.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await session.RefuseNamesAsync(input.Eligibility, ct) is { } unknown)
        {
            return unknown;
        }

        session.Db.Batches.Add(created.Value);
        session.Record(created.Value.Act(Act.BatchCreated));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is null ? created.Value.Id : BatchRefusals.NumberTaken(input.Number);
    }
}
