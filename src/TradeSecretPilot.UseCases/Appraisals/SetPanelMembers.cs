using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Convenes the expert panel of a batch, or changes who sits on it and until when they score.</summary>
public sealed class SetPanelMembers(PilotSessions sessions)
{
    /// <param name="ScoresDueOn">The last day for scoring, a day in Beijing.</param>
    /// <param name="Seen">The panel that was changed: <see cref="GetPanel.View.Seen"/>.</param>
    public sealed record Input(
        Guid BatchId,
        IReadOnlyList<Guid> ExpertIds,
        DateOnly ScoresDueOn,
        Seen Seen
    );

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (batch.Stage > BatchStage.Appraising)
        {
            return AppraisalRefusals.NotAppraising();
        }

        var chosen = input.ExpertIds.Distinct().ToList();
        if (await db.Experts.CountAsync(e => chosen.Contains(e.Id), ct) != chosen.Count)
        {
            return AppraisalRefusals.ExpertUnknown();
        }

        var withSheets = await db
            .ScoreSheets.Where(s =>
                s.BatchId == batch.Id && ScoreSheetLifecycle.Held.Contains(s.Status)
            )
            .Select(s => s.ExpertId)
            .Distinct()
            .ToListAsync(ct);
        var panel = await session.FindPanelAsync(batch.Id, ct);
        var isNew = panel is null;
        session.Expect(
            input.Seen,
            AppraisalSeen.OfPanel(panel?.ScoresDueOn, panel?.Members.Select(m => m.ExpertId) ?? [])
        );
        panel ??= ExpertPanel.Convene(batch.Id, input.ScoresDueOn, session.Now);
        var set = panel.SetMembers(
            chosen,
            withSheets.ToHashSet(),
            input.ScoresDueOn,
            BeijingTime.DayOf(session.Now)
        );
        if (set.Refusal is { } refusal)
        {
            return refusal;
        }

        if (isNew)
        {
            db.ExpertPanels.Add(panel);
        }

        session.Record(
            batch.Act(
                isNew ? Act.BatchPanelConvened : Act.BatchPanelChanged,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{panel.Members.Count} · {panel.ScoresDueOn:yyyy-MM-dd}"
                )
            )
        );
        return await session.SaveAsync(ct);
    }
}
