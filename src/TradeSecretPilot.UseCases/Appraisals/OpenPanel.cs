using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Opens the panel's discussion once all sheets are in: its experts then read one another's scores.</summary>
public sealed class OpenPanel(PilotSessions sessions)
{
    /// <param name="Seen">The scores that were read: <see cref="GetAppraisalBoard.View.Seen"/>.</param>
    public sealed record Input(Guid BatchId, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        var found = await session.FindScoringAsync(input.BatchId, ct);
        if (found.Refusal is { } notScoring)
        {
            return notScoring;
        }

        var (batch, panel) = found.Value;

        var forwarded = await db
            .Applications.Where(a => a.BatchId == batch.Id && a.ForwardedAt != null)
            .Select(a => a.Id)
            .ToListAsync(ct);
        var sheets = await db
            .ScoreSheets.AsNoTracking()
            .Where(s => s.BatchId == batch.Id)
            .ToListAsync(ct);
        session.Expect(input.Seen, AppraisalSeen.Of(sheets));
        var unfinished = AppraisalRanking.RefuseAsIncomplete(
            batch,
            forwarded,
            [.. sheets.Select(s => (s.ApplicationId, s.Status))]
        );
        if ((unfinished ?? panel.Open(session.Now).Refusal) is { } refusal)
        {
            return refusal;
        }

        session.Record(batch.Act(Act.BatchPanelOpened));
        foreach (var member in panel.Members)
        {
            session.Notify(
                Recipients.Account(member.ExpertId),
                new AppraisalMessages.PanelOpened(batch)
            );
        }

        return await session.SaveAsync(ct);
    }
}
