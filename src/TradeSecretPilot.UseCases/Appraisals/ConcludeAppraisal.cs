using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Ends the appraisal 评估论证 (四（二）): every forwarded plan gets its mean and its place.</summary>
public sealed class ConcludeAppraisal(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    /// <param name="Plans">Plans that have a place now.</param>
    public sealed record View(int Plans);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var forwarded = await db
            .Applications.Where(a =>
                a.BatchId == batch.Id && a.Status == ApplicationStatus.Forwarded
            )
            .ToListAsync(ct);
        var sheets = await db
            .ScoreSheets.AsNoTracking()
            .Where(s => s.BatchId == batch.Id)
            .ToListAsync(ct);
        var concluded = AppraisalRanking.Conclude(batch, forwarded, sheets);
        if (concluded.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(batch.Act("AppraisalConcluded"));
        foreach (var application in forwarded)
        {
            var mean = (application.MeanHundredths!.Value / 100m).ToString(
                "0.00",
                CultureInfo.InvariantCulture
            );
            session.Did(
                application.Act(
                    "Appraised",
                    Audience.National,
                    $"{mean} · {application.AppraisalRank}/{forwarded.Count}"
                )
            );
        }

        session.Tell(
            Recipients.Lead,
            new Message(
                $"{batch.NameZh}专家评估已结束，{forwarded.Count}个地区已有评估排名，可以遴选。",
                $"The appraisal of the {batch.NameEn} has ended; {forwarded.Count} regions are ranked. Selection can begin.",
                "/selection"
            )
        );
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict ? conflict : new View(forwarded.Count);
    }
}
