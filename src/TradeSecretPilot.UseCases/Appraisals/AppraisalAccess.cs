using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>An expert's own sheet with its batch, and of the application no more than whose it is.</summary>
internal sealed record SheetCase(
    ScoreSheet Sheet,
    Batch Batch,
    string RegionName,
    Guid OwnerId,
    string ProvinceCode
)
{
    /// <summary>An act on the application: facts of the appraisal stay with SAMR.</summary>
    public ActRecord Act(Act act, string? note = null) =>
        new(act, Sheet.ApplicationId)
        {
            OwnerId = OwnerId,
            ProvinceCode = ProvinceCode,
            Audience = Audience.National,
            Note = note,
        };
}

/// <summary>A batch that is being appraised, with its panel.</summary>
internal sealed record Scoring(Batch Batch, ExpertPanel Panel);

internal static class AppraisalAccess
{
    /// <summary>A batch whose panel scores now, or why it does not.</summary>
    public static async Task<Result<Scoring>> FindScoringAsync(
        this PilotSession session,
        Guid batchId,
        CancellationToken ct
    )
    {
        if (await session.FindBatchAsync(batchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (batch.Stage != BatchStage.Appraising)
        {
            return AppraisalRefusals.NotAppraising();
        }

        return await session.FindPanelAsync(batch.Id, ct) is { } panel
            ? new Scoring(batch, panel)
            : AppraisalRefusals.PanelMissing();
    }

    public static Task<ExpertPanel?> FindPanelAsync(
        this PilotSession session,
        Guid batchId,
        CancellationToken ct
    ) =>
        session
            .Db.ExpertPanels.Include(p => p.Members)
            .SingleOrDefaultAsync(p => p.BatchId == batchId, ct);

    /// <summary>Loads a sheet of the acting expert; null for any other, and for one recused or released from.</summary>
    public static async Task<SheetCase?> FindOwnSheetAsync(
        this PilotSession session,
        Guid sheetId,
        CancellationToken ct
    ) =>
        await (
            from s in session.Db.ScoreSheets
            where s.Id == sheetId && s.ExpertId == session.Actor.AccountId
            where ScoreSheetLifecycle.Held.Contains(s.Status)
            join a in session.Db.Applications on s.ApplicationId equals a.Id
            join b in session.Db.Batches on s.BatchId equals b.Id
            select new SheetCase(s, b, a.RegionName, a.OrganizationId, a.ProvinceCode)
        ).SingleOrDefaultAsync(ct);
}
