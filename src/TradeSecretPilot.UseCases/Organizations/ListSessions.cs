using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>我的登录: where the own account is signed in now.</summary>
[OneSnapshot]
public sealed class ListSessions(PilotSessions sessions)
{
    /// <summary>Nobody was seen there for longer: its cookie has expired.</summary>
    private static readonly TimeSpan Unattended = TimeSpan.FromMinutes(35);

    /// <param name="StartedAt">UTC.</param>
    /// <param name="SeenAt">UTC, to the minute.</param>
    /// <param name="IsThis">It is the one that asks.</param>
    public sealed record Row(
        Guid Id,
        string Device,
        string Address,
        DateTimeOffset StartedAt,
        DateTimeOffset SeenAt,
        bool IsThis
    );

    public async Task<IReadOnlyList<Row>> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var (here, since) = (session.Actor.SessionId, TimeProvider.System.GetUtcNow() - Unattended);
        return await session
            .Db.AccountSessions.Where(s => s.SeenAt > since)
            .Where(SessionStore.Lasting(session.Db))
            .OrderByDescending(s => s.SeenAt)
            .ThenBy(s => s.Id)
            .Select(s => new Row(s.Id, s.Device, s.Address, s.StartedAt, s.SeenAt, s.Id == here))
            .ToListAsync(ct);
    }
}
