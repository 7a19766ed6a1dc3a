using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>An entry of a record's timeline as pages show it.</summary>
/// <param name="SubjectId">The record it happened to, where one line holds several.</param>
/// <param name="At">UTC.</param>
/// <param name="Act">Null when this version does not know it.</param>
public sealed record TimelineEntry(
    Guid SubjectId,
    DateTimeOffset At,
    Act? Act,
    string ActorName,
    string? OrganizationName,
    string? Note
);

internal static class Timeline
{
    private const int MaxEntries = 200;

    /// <summary>The latest entries of a record, oldest first.</summary>
    public static Task<IReadOnlyList<TimelineEntry>> ReadTimelineAsync(
        this PilotSession session,
        Guid subjectId,
        CancellationToken ct
    ) => LatestAsync(session.Db.RecordEvents.Where(e => e.SubjectId == subjectId), ct);

    /// <summary>The latest entries of several records in one line, oldest first.</summary>
    public static Task<IReadOnlyList<TimelineEntry>> ReadTimelineAsync(
        this PilotSession session,
        IReadOnlyList<Guid> subjectIds,
        CancellationToken ct
    ) =>
        LatestAsync(
            session.Db.RecordEvents.Where(e => EF.Parameter(subjectIds).Contains(e.SubjectId)),
            ct
        );

    private static async Task<IReadOnlyList<TimelineEntry>> LatestAsync(
        IQueryable<RecordEvent> events,
        CancellationToken ct
    )
    {
        var latest = await events
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(MaxEntries)
            .Select(e => new TimelineEntry(
                e.SubjectId,
                e.At,
                Acts.Find(e.Act),
                e.ActorName,
                e.OrganizationName,
                e.Note
            ))
            .ToListAsync(ct);
        latest.Reverse();
        return latest;
    }
}
