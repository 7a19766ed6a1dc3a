using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>打包下载 of the filed reports that the list shows.</summary>
public sealed class BundleReports(PilotSessions sessions)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListReports.Input List);

    /// <returns>The bundle.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewReportingSummary, ct);
        var items = await ListReports
            .Filtered(session, input.List)
            .Where(o => o.VersionNumber > 0)
            .OrderBy(o => o.DueAt)
            .ThenBy(o => o.ProvinceCode)
            .ThenBy(o => EF.Property<string>(o, NameColumns.SortKey))
            .ThenBy(o => o.Id)
            .Select(o => o.Id)
            .Take(Bundle.MaxItems + 1)
            .ToListAsync(ct);
        return await session.RequestBundleAsync(
            BundleKind.Reports,
            $"进展情况报告（{items.Count}份）",
            items,
            ct
        );
    }
}
