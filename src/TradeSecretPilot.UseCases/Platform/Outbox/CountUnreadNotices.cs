using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>How many of the actor's own notices are unread.</summary>
public sealed class CountUnreadNotices(PilotSessions sessions)
{
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var me = session.Actor.AccountId;
        return await session.Db.Notices.CountAsync(n => n.AccountId == me && n.ReadAt == null, ct);
    }
}
