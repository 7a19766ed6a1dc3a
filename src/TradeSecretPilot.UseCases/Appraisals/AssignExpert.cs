using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Assigns one plan to one expert of the panel by hand.</summary>
public sealed class AssignExpert(PilotSessions sessions)
{
    public sealed record Input(Guid ApplicationId, Guid ExpertId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        var application = await db
            .Applications.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == input.ApplicationId, ct);
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
        var taken = await db.ScoreSheets.AnyAsync(
            s => s.ApplicationId == application.Id && s.ExpertId == input.ExpertId,
            ct
        );
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
        session.Did(application.Act("ExpertsAssigned", Audience.National, expert!.Name));
        session.Tell(
            Recipients.Account(expert.Id),
            new Message(
                $"请您评审{application.RegionName}的创新试点工作方案，请先确认是否需要回避。",
                $"The work plan of {application.RegionName} is yours to score. First say whether you must recuse.",
                "/scoring"
            )
        );
        return await session.SaveAsync(ct);
    }
}
