using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>What is due and was refused at least three times in a row, the oldest first.</summary>
public sealed class ListStalledItems(PilotSessions sessions)
{
    /// <summary>More than these are one fault, and not many.</summary>
    private const int Most = 50;

    /// <param name="Key">The key under which it would be noted as done.</param>
    /// <param name="DueAt">UTC.</param>
    /// <param name="Reason">The code of the last refusal, or the type of the last fault.</param>
    /// <param name="LastAt">UTC; the last refusal.</param>
    public sealed record Row(
        string Key,
        DueActionKind Kind,
        DateTimeOffset DueAt,
        int Refusals,
        string Reason,
        DateTimeOffset LastAt
    );

    /// <param name="Total">All of them.</param>
    public sealed record View(int Total, IReadOnlyList<Row> Rows);

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewOperations, ct);
        var stalled = session.Db.DueStalls.Where(s => s.Refusals >= DueStall.AlarmAfter);
        var rows = await stalled
            .OrderBy(s => s.DueAt)
            .ThenBy(s => s.Key)
            .Take(Most)
            .Select(s => new Row(s.Key, s.Kind, s.DueAt, s.Refusals, s.Reason, s.LastAt))
            .ToListAsync(ct);
        return new(rows.Count < Most ? rows.Count : await stalled.CountAsync(ct), rows);
    }
}
