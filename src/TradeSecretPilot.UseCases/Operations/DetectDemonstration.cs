using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Whether the database was written by a demonstration, which is never taken for a real one.</summary>
[OneSnapshot]
public sealed class DetectDemonstration(PilotSessions sessions)
{
    /// <summary>Name under which the demonstration's own jobs act.</summary>
    public const string Job = "演示";

    public async Task<bool> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        return await session.Db.ClockSettings.AnyAsync(ct);
    }
}
