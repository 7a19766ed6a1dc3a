using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Forgets one of the own saved searches of the audit trail.</summary>
public sealed class DeleteAuditSearch(PilotSessions sessions)
{
    public sealed record Input(Guid SearchId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        var me = session.Actor.AccountId;
        var search = await session.Db.SavedSearches.SingleOrDefaultAsync(
            s => s.Id == input.SearchId && s.AccountId == me,
            ct
        );
        if (search is null)
        {
            return AuditRefusals.SearchNotFound();
        }

        session.Db.SavedSearches.Remove(search);
        session.Record(new ActRecord(Act.AuditSearchDeleted, search.Id) { Note = search.Name });
        return await session.SaveAsync(ct);
    }
}
