using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Ends the appraisal 评估论证 (四（二）): every forwarded plan gets its mean and its place.</summary>
public sealed class ConcludeAppraisal(PilotSessions sessions)
{
    /// <param name="Seen">The scores that were read: <see cref="GetAppraisalBoard.View.Seen"/>.</param>
    public sealed record Input(Guid BatchId, Seen Seen);

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
            .ToListWithoutTextAsync(db, ct);
        var sheets = await db
            .ScoreSheets.AsNoTracking()
            .Where(s => s.BatchId == batch.Id)
            .ToListAsync(ct);
        session.Expect(input.Seen, AppraisalSeen.Of(sheets));
        var concluded = AppraisalRanking.Conclude(batch, forwarded, sheets);
        if (concluded.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(batch.Act(Act.BatchAppraisalConcluded));
        foreach (var application in forwarded)
        {
            var mean = (application.MeanHundredths!.Value / 100m).ToString(
                "0.00",
                CultureInfo.InvariantCulture
            );
            session.Record(
                application.Act(
                    Act.ApplicationAppraised,
                    Audience.National,
                    $"{mean} · {application.AppraisalRank}/{forwarded.Count}"
                )
            );
        }

        session.Notify(Recipients.Lead, new AppraisalMessages.Concluded(batch, forwarded.Count));
        return await session.SaveAsync(() => new View(forwarded.Count), ct);
    }
}
