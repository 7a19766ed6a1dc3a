using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Assigns one plan to one expert of the panel by hand.</summary>
public sealed class AssignExpert(PilotSessions sessions)
{
    /// <param name="Seen">Who the plan was given to: <see cref="GetAppraisalBoard.Row.Seen"/>.</param>
    public sealed record Input(Guid ApplicationId, Guid ExpertId, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        var application = (
            await db
                .Applications.Where(a => a.Id == input.ApplicationId)
                .ToListWithoutTextAsync(db, ct)
        ).SingleOrDefault();
        if (
            application is null
            || await session.FindBatchAsync(application.BatchId, ct) is not { } batch
        )
        {
            return ApplicationRefusals.NotFound();
        }

        if (await session.FindPanelAsync(batch.Id, ct) is not { } panel)
        {
            return AppraisalRefusals.PanelMissing();
        }

        var expert = await db
            .Experts.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == input.ExpertId, ct);
        var sheets = await db
            .ScoreSheets.Where(s => s.ApplicationId == application.Id)
            .Select(s => new
            {
                s.Id,
                s.ExpertId,
                s.Status,
            })
            .ToListAsync(ct);
        var taken = sheets.Any(s => s.ExpertId == input.ExpertId);
        session.Expect(input.Seen, AssignmentSeen.Of(sheets.Select(s => (s.Id, s.Status))));
        var refusal =
            panel.OpenedAt is not null ? AppraisalRefusals.PanelOpened()
            : expert is null ? AppraisalRefusals.ExpertUnknown()
            : panel.Members.All(m => m.ExpertId != expert.Id)
                ? AppraisalRefusals.NotOnPanel(expert.Name)
            : taken ? AppraisalRefusals.AlreadyAssigned()
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var assigned = ScoreSheet.Assign(batch, application, expert!, session.Now);
        if (assigned.Refusal is { } notAssigned)
        {
            return notAssigned;
        }

        db.ScoreSheets.Add(assigned.Value);
        session.Record(
            application.Act(Act.ApplicationExpertsAssigned, Audience.National, expert!.Name)
        );
        session.Notify(
            Recipients.Account(expert.Id),
            new AppraisalMessages.PlanAssigned(application.RegionName)
        );
        return await session.SaveAsync(ct);
    }
}
