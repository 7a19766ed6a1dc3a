using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>What the last nightly walk along the audit chain found.</summary>
[OneSnapshot]
public sealed class GetAuditCheck(PilotSessions sessions)
{
    /// <summary>Hours after which a check is overdue: one night was left out.</summary>
    private const int OverdueHours = 36;

    /// <param name="At">UTC.</param>
    /// <param name="Entries">Entries that are sound.</param>
    /// <param name="FirstBad">Sequence of the first bad entry; null when the chain was valid.</param>
    /// <param name="Waiting">Entries that have no place in the chain yet.</param>
    /// <param name="IsOverdue">The last check is so long ago that one was left out.</param>
    public sealed record View(
        DateTimeOffset At,
        long Entries,
        long? FirstBad,
        string? Problem,
        bool IsOverdue,
        int Waiting
    );

    /// <returns>Null when there was none yet.</returns>
    public async Task<View?> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        var overdue = session.Now.AddHours(-OverdueHours);
        var waiting = await session.Db.WaitingEntries.CountAsync(ct);
        return await session
            .Db.AuditChecks.OrderByDescending(c => c.At)
            .ThenByDescending(c => c.Id)
            .Select(c => new View(c.At, c.Entries, c.FirstBad, c.Problem, c.At < overdue, waiting))
            .FirstOrDefaultAsync(ct);
    }
}
