namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>The actor's own notices, the latest first.</summary>
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

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var me = session.Actor.AccountId;
        return await session
            .Db.Notices.Where(n => n.AccountId == me)
            .Where(n => !input.UnreadOnly || n.ReadAt == null)
            .OrderByDescending(n => n.At)
            .ThenByDescending(n => n.Id)
            .Select(n => new Row(n.Id, n.Zh, n.En, n.Link, n.At, n.ReadAt != null))
            .ToPageAsync(input.Paging ?? new Paging(), ct);
    }
}
