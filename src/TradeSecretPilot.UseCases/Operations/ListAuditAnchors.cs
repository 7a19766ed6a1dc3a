using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>The signed roots of the audit trail, the latest first, for anyone: they show nothing of what was done.</summary>
[OneSnapshot]
public sealed class ListAuditAnchors(PilotSessions sessions)
{
    public sealed record Input(Paging Paging);

    public async Task<Page<AuditAnchor>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginPublicAsync(ct);
        return await session
            .Db.AuditAnchors.AsNoTracking()
            .OrderByDescending(a => a.At)
            .ThenByDescending(a => a.Id)
            .ToPageAsync(input.Paging, ct);
    }
}
