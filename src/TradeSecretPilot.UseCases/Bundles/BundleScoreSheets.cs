using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>打包下载 of the score sheets submitted in a batch; of one plan when it is named.</summary>
public sealed class BundleScoreSheets(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId, Guid? ApplicationId = null);

    /// <returns>The bundle.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var items = await (
            from s in session.Db.ScoreSheets
            where s.BatchId == batch.Id && s.Status == ScoreSheetStatus.Submitted
            where input.ApplicationId == null || s.ApplicationId == input.ApplicationId
            join a in session.Db.Applications on s.ApplicationId equals a.Id
            join e in session.Db.Experts on s.ExpertId equals e.Id
            orderby a.ProvinceCode, a.Rank, EF.Property<string>(e, NameColumns.SortKey), s.Id
            select s.Id
        )
            .Take(Bundle.MaxItems + 1)
            .ToListAsync(ct);
        return await session.RequestBundleAsync(
            BundleKind.ScoreSheets,
            $"{batch.NameZh}专家评分表（{items.Count}份）",
            items,
            ct
        );
    }
}
