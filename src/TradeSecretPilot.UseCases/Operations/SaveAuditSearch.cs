using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Keeps a search of the audit trail under a name, for oneself.</summary>
public sealed class SaveAuditSearch(PilotSessions sessions)
{
    /// <param name="Query">The address from the question mark on.</param>
    public sealed record Input(string Name, string Query);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        var (name, query) = (Characters.Clean(input.Name).Trim(), input.Query.Trim());
        if (name.Length == 0 || Characters.Excess(name, SavedSearch.NameMaxLength) > 0)
        {
            return AuditRefusals.SearchNameInvalid();
        }

        if (!query.StartsWith('?') || query.Length is < 2 or > SavedSearch.QueryMaxLength)
        {
            return AuditRefusals.SearchEmpty();
        }

        var me = session.Actor.AccountId!.Value;
        var own = await session
            .Db.SavedSearches.Where(s => s.AccountId == me)
            .Select(s => s.Name)
            .ToListAsync(ct);
        if (own.Contains(name, StringComparer.Ordinal))
        {
            return PlatformRefusals.AlreadyDone();
        }

        if (own.Count >= SavedSearch.MostOfOne)
        {
            return AuditRefusals.TooManySearches();
        }

        var search = SavedSearch.Keep(me, name, query, session.Now);
        session.Db.SavedSearches.Add(search);
        session.Record(
            new ActRecord(Act.AuditSearchSaved, search.Id) { Note = $"{name}：{query}" }
        );
        return await session.SaveAsync(ct);
    }
}
