using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for the actor, without what surrounds it in the inbox.</summary>
[OneSnapshot]
public sealed class ListTasks(PilotSessions sessions)
{
    /// <param name="Tasks">The first 50 of each kind, soonest first; those without a date last.</param>
    /// <param name="Total">All of them.</param>
    /// <param name="Now">UTC; the instant of this answer.</param>
    public sealed record View(IReadOnlyList<TaskItem> Tasks, int Total, DateTimeOffset Now);

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var inbox = await InboxBuilder.BeginAsync(session, ct);
        var tasks = await inbox.ReadTasksAsync(ct);
        return new View(tasks.Items, tasks.Total, session.Now);
    }
}
