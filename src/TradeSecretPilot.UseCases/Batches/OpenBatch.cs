using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>Opens a batch for applications: every provincial regulator is called upon to organise them.</summary>
public sealed class OpenBatch(PilotSessions sessions)
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
        if (batch.Open(session.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        var regulators = await session
            .Db.Organizations.Where(o => o.Kind == OrganizationKind.ProvincialRegulator)
            .Select(o => new { o.Id, o.ProvinceCode })
            .ToListAsync(ct);
        foreach (var regulator in regulators)
        {
            session.Db.ProvincialCalls.Add(
                ProvincialCall.Begin(batch, regulator.Id, regulator.ProvinceCode!, session.Now)
            );
            session.Notify(
                Recipients.Province(regulator.ProvinceCode!),
                new BatchMessages.Opened(batch)
            );
        }

        session.Record(batch.Act(Act.BatchOpened));
        return await session.SaveAsync(ct);
    }
}
