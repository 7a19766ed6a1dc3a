using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>What the planner proposes for a batch as it stands; the preview and the act read it alike.</summary>
internal sealed record AssignmentPlan(
    IReadOnlyList<AssignmentPlan.PlanRow> Plans,
    IReadOnlyList<PanelExpert> Experts,
    IReadOnlyList<ExistingSheet> Existing,
    AssignmentProposal Proposal
)
{
    public sealed record PlanRow(
        Guid Id,
        string RegionName,
        string ProvinceCode,
        string ProvinceName,
        int? Rank
    );

    public static async Task<Result<AssignmentPlan>> ReadAsync(
        PilotSession session,
        Batch batch,
        CancellationToken ct
    )
    {
        if (batch.Stage != BatchStage.Appraising)
        {
            return AppraisalRefusals.NotAppraising();
        }

        var db = session.Db;
        var panel = await db
            .ExpertPanels.Where(p => p.BatchId == batch.Id)
            .Select(p => new { p.OpenedAt })
            .SingleOrDefaultAsync(ct);
        if (panel is null)
        {
            return AppraisalRefusals.PanelMissing();
        }

        if (panel.OpenedAt is not null)
        {
            return AppraisalRefusals.PanelOpened();
        }

        var experts = await (
            from m in db.ExpertPanels.Where(p => p.BatchId == batch.Id).SelectMany(p => p.Members)
            join e in db.Experts on m.ExpertId equals e.Id
            orderby EF.Property<string>(e, NameColumns.SortKey), e.Id
            select new PanelExpert(e.Id, e.Name, e.ProvinceCode)
        ).ToListAsync(ct);
        var plans = await (
            from a in db.Applications
            where a.BatchId == batch.Id && a.Status == ApplicationStatus.Forwarded
            join d in db.Divisions on a.ProvinceCode equals d.Code
            orderby a.ProvinceCode, a.Rank
            select new PlanRow(a.Id, a.RegionName, a.ProvinceCode, d.Name, a.Rank)
        ).ToListAsync(ct);
        var existing = await db
            .ScoreSheets.Where(s => s.BatchId == batch.Id)
            .Select(s => new ExistingSheet(s.ApplicationId, s.ExpertId, s.Status))
            .ToListAsync(ct);
        var proposal = AssignmentPlanner.Propose(
            [.. plans.Select(p => new PlanToScore(p.Id, p.RegionName, p.ProvinceCode))],
            experts,
            existing,
            batch.SheetsPerPlan
        );
        return new AssignmentPlan(plans, experts, existing, proposal);
    }
}
