using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>The own saved searches of the audit trail, in the order they were saved.</summary>
public sealed class ListAuditSearches(PilotSessions sessions)
{
    /// <param name="Query">The address from the question mark on.</param>
    public sealed record Row(Guid Id, string Name, string Query);

    public async Task<IReadOnlyList<Row>> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        var me = session.Actor.AccountId;
        return await session
            .Db.SavedSearches.Where(s => s.AccountId == me)
            .OrderBy(s => s.Id)
            .Select(s => new Row(s.Id, s.Name, s.Query))
            .ToListAsync(ct);
    }
}
