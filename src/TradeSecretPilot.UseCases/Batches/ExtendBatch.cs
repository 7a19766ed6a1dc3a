using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>
/// The lead extends forwarding for every province 延期, with a recorded reason; the public date stays visible beside it.
/// Drafts that had lapsed are given back by the next sweep.
/// </summary>
public sealed class ExtendBatch(PilotSessions sessions)
{
    /// <param name="Until">The last day, open through 24:00 Beijing time.</param>
    /// <param name="OnlyForBegunDrafts">Helps only drafts begun before the public deadline.</param>
    public sealed record Input(
        Guid BatchId,
        DateOnly Until,
        bool OnlyForBegunDrafts,
        string Reason
    );

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.AmendBatches, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (Reasons.Check(input.Reason, Batch.ReasonMaxLength) is { } noReason)
        {
            return noReason;
        }

        var until = BeijingTime.EndOf(input.Until);
        if (until <= session.Now)
        {
            return BatchRefusals.ExtensionNotLater(new Deadline(session.Now, session.Now));
        }

        var from = batch.Forwarding.At;
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
        session.Did(
            batch.Act("Extended", $"{BeijingTime.DeadlineZh(until)}；{input.Reason.Trim()}")
        );
        session.Tell(
            Recipients.AllProvinces,
            new Message(
                $"{batch.NameZh}上报截止延至{BeijingTime.DeadlineZh(until)}，原定{BeijingTime.DeadlineZh(batch.ForwardingDeadline)}。",
                $"{batch.NameEn}: forwarding is extended to {BeijingTime.DeadlineEn(until)}; the public date was {BeijingTime.DeadlineEn(batch.ForwardingDeadline)}.",
                "/ranking"
            )
        );
        return await session.SaveAsync(ct);
    }
}
