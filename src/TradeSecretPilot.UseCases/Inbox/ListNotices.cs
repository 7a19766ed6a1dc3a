using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>The actor's own notices, the latest first.</summary>
[OneSnapshot]
public sealed class ListNotices(PilotSessions sessions)
{
    public sealed record Input(bool UnreadOnly = false, Paging? Paging = null);

    /// <param name="Link">Path within the portal.</param>
    /// <param name="At">UTC.</param>
    public sealed record Row(
        Guid NoticeId,
        string Zh,
        string En,
        string Link,
        DateTimeOffset At,
        bool IsRead
    );

    /// <param name="Unread">All of them, whether they are on the page or not.</param>
    public sealed record View(Page<Row> Page, int Unread);

    public async Task<View> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var counts = await session
            .Db.Notices.GroupBy(n => n.ReadAt != null)
            .Select(g => new { IsRead = g.Key, Number = g.Count() })
            .ToListAsync(ct);
        var unread = counts.Where(c => !c.IsRead).Sum(c => c.Number);
        var total = input.UnreadOnly ? unread : counts.Sum(c => c.Number);
        var page = await session
            .Db.Notices.Where(n => !input.UnreadOnly || n.ReadAt == null)
            .OrderByDescending(n => n.At)
            .ThenByDescending(n => n.Id)
            .Select(n => new Row(n.Id, n.Zh, n.En, n.Link, n.At, n.ReadAt != null))
            .ToPageAsync(total, input.Paging ?? new Paging(), ct);
        return new View(page, unread);
    }
}
