using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Opens the panel's discussion once all sheets are in: its experts then read one another's scores.</summary>
public sealed class OpenPanel(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (batch.Stage != BatchStage.Appraising)
        {
            return AppraisalRefusals.NotAppraising();
        }

        if (await session.FindPanelAsync(batch.Id, ct) is not { } panel)
        {
            return AppraisalRefusals.PanelMissing();
        }

        var forwarded = await db
            .Applications.Where(a => a.BatchId == batch.Id && a.ForwardedAt != null)
            .Select(a => a.Id)
            .ToListAsync(ct);
        var sheets = await db
            .ScoreSheets.Where(s => s.BatchId == batch.Id)
            .Select(s => new { s.ApplicationId, s.Status })
            .ToListAsync(ct);
        var unfinished = AppraisalRanking.RefuseAsIncomplete(
            batch,
            forwarded,
            [.. sheets.Select(s => (s.ApplicationId, s.Status))]
        );
        if ((unfinished ?? panel.Open(session.Now).Refusal) is { } refusal)
        {
            return refusal;
        }

        session.Did(batch.Act("PanelOpened"));
        foreach (var member in panel.Members)
        {
            session.Tell(
                Recipients.Account(member.ExpertId),
                new Message(
                    $"{batch.NameZh}评分已全部提交并公开，您可以查看其他专家对同一方案的评分。",
                    $"All scores of the {batch.NameEn} are in. You can now read the other experts' scores of your plans.",
                    "/scoring"
                )
            );
        }

        return await session.SaveAsync(ct);
    }
}
