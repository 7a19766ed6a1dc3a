using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>打包下载 of what the list of applications shows: plans, reviews, or letters of outcome.</summary>
public sealed class BundleApplications(PilotSessions sessions)
{
    /// <param name="Kind">Applications, Reviews or OutcomeLetters.</param>
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(BundleKind Kind, ListApplications.Input List);

    /// <returns>The bundle.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Input input, CancellationToken ct)
    {
        var permission =
            input.Kind == BundleKind.Reviews ? Permission.ViewLetters : Permission.ViewApplications;
        await using var session = await sessions.BeginAsync(permission, ct);
        if (await session.ChooseBatchAsync(input.List.Batch, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var all = ListApplications
            .Filtered(
                session.Db.Applications.Where(a => a.BatchId == batch.Id),
                input.List,
                session.Actor
            )
            .Where(a => a.VersionNumber > 0);
        var (applications, name) = input.Kind switch
        {
            BundleKind.Applications => (all, "申报工作方案"),
            BundleKind.Reviews => (
                all.Where(a => session.Db.ProvincialReviews.Any(r => r.ApplicationId == a.Id)),
                "初步审核意见"
            ),
            BundleKind.OutcomeLetters => (
                all.Where(a =>
                    a.AnnouncedAt != null
                    && (
                        a.Status == ApplicationStatus.Selected
                        || a.Status == ApplicationStatus.NotSelected
                    )
                ),
                "遴选结果告知函"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Kind, null),
        };
        var items = await applications
            .OrderBy(a => a.ProvinceCode)
            .ThenBy(a => a.Number)
            .Select(a => a.Id)
            .Take(Bundle.MaxItems + 1)
            .ToListAsync(ct);
        return await session.RequestBundleAsync(
            input.Kind,
            $"{batch.NameZh}{name}（{items.Count}件）",
            items,
            ct
        );
    }
}
