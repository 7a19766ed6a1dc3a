using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>
/// The lead extends forwarding for every province 延期, with a recorded reason; the public date stays visible beside it.
/// Drafts that had lapsed are given back by the next sweep.
/// </summary>
public sealed class ExtendBatch(PilotSessions sessions)
{
    /// <param name="Until">The last day, open through 24:00 Beijing time.</param>
    /// <param name="Seen">The deadline that is extended.</param>
    /// <param name="OnlyForBegunDrafts">Helps only drafts begun before the public deadline.</param>
    public sealed record Input(
        Guid BatchId,
        DateOnly Until,
        bool OnlyForBegunDrafts,
        string Reason,
        Seen Seen
    );

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.AmendBatches, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var until = BeijingTime.EndOf(input.Until);
        if (Extension.Check(input.Reason, Batch.ReasonMaxLength, until, session.Now) is { } invalid)
        {
            return invalid;
        }

        var from = batch.Forwarding.At;
        session.Expect(input.Seen, Seen.Of(from));
        if (batch.Extend(until, input.OnlyForBegunDrafts).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Db.Extensions.Add(
            Extension.ForBatch(
                batch.Id,
                from,
                until,
                input.OnlyForBegunDrafts,
                input.Reason,
                session.Actor.AccountId!.Value,
                session.Now
            )
        );
        session.Record(
            batch.Act(Act.BatchExtended, $"{BeijingTime.DeadlineZh(until)}；{input.Reason.Trim()}")
        );
        session.Notify(Recipients.AllProvinces, new BatchMessages.Extended(batch));
        return await session.SaveAsync(ct);
    }
}
