using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>公布的名单: what anyone may read, in the order of divisions, 排名不分先后, and nothing else.</summary>
[OneSnapshot]
public sealed class GetPublishedList(PilotSessions sessions)
{
    /// <param name="BatchNumber">1 for 第一批; null for the latest list.</param>
    public sealed record Input(int? BatchNumber = null);

    /// <param name="PublishedAt">UTC.</param>
    /// <param name="PublishBy">UTC; publication from here on was late.</param>
    public sealed record View(
        int BatchNumber,
        string BatchNameZh,
        string BatchNameEn,
        string DocumentNumber,
        DateTimeOffset PublishedAt,
        DateTimeOffset PublishBy,
        bool IsLate,
        string? LateReason,
        IReadOnlyList<Region> Regions
    );

    public sealed record Region(string ProvinceName, string Name);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginPublicAsync(ct);
        var db = session.Db;
        var found = await (
            from n in db.Announcements
            join b in db.Batches on n.BatchId equals b.Id
            where input.BatchNumber == null || b.Number == input.BatchNumber
            orderby b.Number descending
            select new
            {
                b.Id,
                b.Number,
                b.NameZh,
                b.NameEn,
                b.PublishBy,
                n.DocumentNumber,
                n.PublishedAt,
                n.IsLate,
                n.LateReason,
            }
        ).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return SelectionRefusals.NotAnnounced();
        }

        var regions = await (
            from a in db.Applications.Where(PublicStatus.IsSelected)
            where a.BatchId == found.Id
            join d in db.Divisions on a.ProvinceCode equals d.Code
            orderby a.ProvinceCode, a.Number
            select new Region(d.Name, a.RegionName)
        ).ToListAsync(ct);
        return new View(
            found.Number,
            found.NameZh,
            found.NameEn,
            found.DocumentNumber,
            found.PublishedAt,
            found.PublishBy,
            found.IsLate,
            found.LateReason,
            regions
        );
    }
}
