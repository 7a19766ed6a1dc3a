using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>我的下载: what the account asked for, the latest first.</summary>
[OneSnapshot]
public sealed class ListBundles(PilotSessions sessions)
{
    public sealed record Input(Paging? Paging = null);

    /// <param name="RequestedAt">UTC.</param>
    /// <param name="FinishedAt">UTC.</param>
    public sealed record Row(
        Guid BundleId,
        BundleKind Kind,
        string Title,
        BundleStatus Status,
        BundleFailure? Failure,
        int Total,
        int Done,
        int Refused,
        long Bytes,
        DateTimeOffset RequestedAt,
        DateTimeOffset? FinishedAt
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var page = await session
            .Db.Bundles.OrderByDescending(b => b.RequestedAt)
            .ThenByDescending(b => b.Id)
            .Select(b => new { Bundle = b })
            .ToPageAsync(input.Paging ?? new Paging(), ct);
        return page.Select(r => new Row(
            r.Bundle.Id,
            r.Bundle.Kind,
            r.Bundle.Title,
            r.Bundle.Status,
            r.Bundle.Failure,
            r.Bundle.Items.Count,
            r.Bundle.Done,
            r.Bundle.Refused,
            r.Bundle.Bytes,
            r.Bundle.RequestedAt,
            r.Bundle.FinishedAt
        ));
    }
}
