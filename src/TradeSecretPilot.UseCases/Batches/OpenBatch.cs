using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>Opens a batch for applications: every provincial regulator is called upon to organise them.</summary>
public sealed class OpenBatch(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageBatches, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

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
            session.Tell(
                Recipients.Province(regulator.ProvinceCode!),
                new Message(
                    $"{batch.NameZh}开始受理申报，请于{BeijingTime.DeadlineZh(batch.Forwarding.At)}前择优上报。",
                    $"{batch.NameEn} is open. Forward your best applications by {BeijingTime.DeadlineEn(batch.Forwarding.At)}.",
                    "/ranking"
                )
            );
        }

        session.Did(batch.Act("Opened"));
        return await session.SaveAsync(ct);
    }
}
