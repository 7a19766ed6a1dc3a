using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>The batches an actor may know of, latest first: the public from opening on, the working group before.</summary>
[OneSnapshot]
public sealed class ListBatches(PilotSessions sessions)
{
    public async Task<IReadOnlyList<BatchView>> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPublic, ct);
        var batches = await session
            .Db.Batches.AsNoTracking()
            .OrderByDescending(b => b.Number)
            .ToListAsync(ct);
        return [.. batches.Select(b => BatchView.Of(b, session.Actor))];
    }
}
