using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What the frame around every page says: who is signed in, unread notices, the batch under way.</summary>
public sealed class GetShell(PilotSessions sessions)
{
    /// <param name="BatchYear">The year the batch opened in.</param>
    public sealed record View(
        string Name,
        Role Role,
        string? OrganizationName,
        int UnreadNotices,
        string? BatchNameZh,
        string? BatchNameEn,
        int? BatchYear
    );

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var unread = await session.Db.Notices.CountAsync(n => n.ReadAt == null, ct);
        var batch = await session.CurrentBatchAsync(ct);
        return new View(
            session.Actor.Name,
            session.Actor.Role!.Value,
            session.Actor.OrganizationName,
            unread,
            batch?.NameZh,
            batch?.NameEn,
            batch is null ? null : Domain.BeijingTime.DayOf(batch.OpensAt).Year
        );
    }
}
