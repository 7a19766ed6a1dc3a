using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What the frame around every page says: who is signed in, unread notices, tasks, the batch under way.</summary>
[OneSnapshot]
public sealed class GetShell(PilotSessions sessions)
{
    private const int Task = 1;
    private const int Unread = 2;

    /// <param name="Tasks">All of them, whether or not the inbox has room for them.</param>
    /// <param name="BatchYear">The year the batch opened in.</param>
    /// <param name="LiveBatches">Those that are open and not concluded.</param>
    public sealed record View(
        string Name,
        Role Role,
        string? OrganizationName,
        int UnreadNotices,
        int Tasks,
        string? BatchNameZh,
        string? BatchNameEn,
        int? BatchYear,
        int LiveBatches
    );

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var inbox = await InboxBuilder.BeginAsync(session, ct);
        var tasks = inbox.Tasks();
        // One statement for every page of the portal: whatever is counted goes into it.
        var counted = session.Db.Notices.Where(n => n.ReadAt == null).Select(n => Unread);
        foreach (var ones in tasks.Select(t => t.Ones).OfType<IQueryable<int>>())
        {
            counted = counted.Concat(ones);
        }

        var numbers = await counted
            .GroupBy(kind => kind)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, ct);
        return new View(
            session.Actor.Name,
            session.Actor.Role!.Value,
            session.Actor.OrganizationName,
            numbers.GetValueOrDefault(Unread),
            numbers.GetValueOrDefault(Task) + tasks.Count(t => t.Ones is null),
            inbox.Shown?.Batch.NameZh,
            inbox.Shown?.Batch.NameEn,
            inbox.Shown?.Batch is { } batch ? BeijingTime.DayOf(batch.OpensAt).Year : null,
            inbox.Batches.Count(b =>
                b.Batch.Stage is > BatchStage.Preparing and < BatchStage.Concluded
            )
        );
    }
}
