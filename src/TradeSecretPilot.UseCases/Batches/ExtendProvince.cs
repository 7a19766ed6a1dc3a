using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>The lead gives one province more time to forward, with a recorded reason.</summary>
public sealed class ExtendProvince(PilotSessions sessions)
{
    /// <param name="Until">The last day, open through 24:00 Beijing time.</param>
    public sealed record Input(Guid BatchId, string ProvinceCode, DateOnly Until, string Reason);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.AmendBatches, ct);
        var batch = await session.FindBatchAsync(input.BatchId, ct);
        var call = await session.Db.ProvincialCalls.SingleOrDefaultAsync(
            c => c.BatchId == input.BatchId && c.ProvinceCode == input.ProvinceCode,
            ct
        );
        if (batch is null || call is null)
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        if (Reasons.Check(input.Reason, Batch.ReasonMaxLength) is { } noReason)
        {
            return noReason;
        }

        var until = BeijingTime.EndOf(input.Until);
        var from = call.Forwarding(batch).At;
        if (until <= session.Now)
        {
            return BatchRefusals.ExtensionNotLater(new Deadline(session.Now, session.Now));
        }

        if (
            (call.ExtendForwarding(batch, until).Refusal ?? batch.ReopenForProvince().Refusal) is
            { } refusal
        )
        {
            return refusal;
        }

        session.Db.Extensions.Add(
            Extension.ForProvince(
                batch.Id,
                call.ProvinceCode,
                call.OrganizationId,
                from,
                until,
                input.Reason,
                session.Actor.AccountId!.Value,
                session.Now
            )
        );
        session.Did(
            batch.Act(
                "ProvinceExtended",
                $"{call.ProvinceCode} {BeijingTime.DeadlineZh(until)}；{input.Reason.Trim()}"
            )
        );
        session.Tell(
            Recipients.Province(call.ProvinceCode),
            new Message(
                $"贵省上报截止延至{BeijingTime.DeadlineZh(until)}。",
                $"Your forwarding deadline is extended to {BeijingTime.DeadlineEn(until)}.",
                "/ranking"
            )
        );
        return await session.SaveAsync(ct);
    }
}
