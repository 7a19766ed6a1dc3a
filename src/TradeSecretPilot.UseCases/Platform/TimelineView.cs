using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>An entry of a record's timeline as pages show it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Act">Name of the act, which the page words.</param>
public sealed record TimelineEntry(
    DateTimeOffset At,
    string Act,
    string ActorName,
    string? OrganizationName,
    string? Note
);

internal static class Timeline
{
    public const int MaxEntries = 200;

    /// <summary>The latest entries, oldest first.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> ReadTimelineAsync(
        this PilotSession session,
        Guid subjectId,
        CancellationToken ct
    )
    {
        var latest = await session
            .Db.RecordEvents.Where(e => e.SubjectId == subjectId)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(MaxEntries)
            .Select(e => new TimelineEntry(e.At, e.Act, e.ActorName, e.OrganizationName, e.Note))
            .ToListAsync(ct);
        latest.Reverse();
        return latest;
    }
}
