using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>The lead gives one province more time to forward, with a recorded reason.</summary>
public sealed class ExtendProvince(PilotSessions sessions)
{
    /// <param name="Until">The last day, open through 24:00 Beijing time.</param>
    /// <param name="Seen">The deadline that is extended.</param>
    public sealed record Input(
        Guid BatchId,
        string ProvinceCode,
        DateOnly Until,
        string Reason,
        Seen Seen
    );

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

        var until = BeijingTime.EndOf(input.Until);
        var from = call.Forwarding(batch).At;
        session.Expect(input.Seen, Seen.Of(from));
        if (Extension.Check(input.Reason, Batch.ReasonMaxLength, until, session.Now) is { } invalid)
        {
            return invalid;
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
        session.Record(
            batch.Act(
                Act.BatchProvinceExtended,
                $"{call.ProvinceCode} {BeijingTime.DeadlineZh(until)}；{input.Reason.Trim()}"
            )
        );
        session.Notify(
            Recipients.Province(call.ProvinceCode),
            new BatchMessages.ProvinceExtended(batch, until)
        );
        return await session.SaveAsync(ct);
    }
}
