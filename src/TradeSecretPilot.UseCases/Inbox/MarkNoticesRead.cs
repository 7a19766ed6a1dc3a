using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>Marks the actor's own notices as read. A reader's mark changes no record, so it leaves no audit row.</summary>
public sealed class MarkNoticesRead(PilotSessions sessions)
{
    /// <param name="NoticeIds">Null for every unread one.</param>
    public sealed record Input(IReadOnlyList<Guid>? NoticeIds = null);

    public async Task ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var me = session.Actor.AccountId;
        var now = session.Now;
        var unread = session.Db.Notices.Where(n => n.AccountId == me && n.ReadAt == null);
        if (input.NoticeIds is { } ids)
        {
            unread = unread.Where(n => ids.Contains(n.Id));
        }

        await unread.MarkReadAsync(now, ct);
    }
}
