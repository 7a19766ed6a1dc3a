using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>The extensions granted to a whole batch, latest first: anyone reads them beside the public date.</summary>
[OneSnapshot]
public sealed class ListPublicExtensions(PilotSessions sessions)
{
    /// <param name="BatchNumber">1 for 第一批.</param>
    public sealed record Input(int BatchNumber);

    /// <param name="From">UTC; the deadline before.</param>
    /// <param name="Until">UTC; the deadline after.</param>
    /// <param name="GrantedAt">UTC.</param>
    public sealed record Row(
        DateTimeOffset From,
        DateTimeOffset Until,
        bool OnlyForBegunDrafts,
        string Reason,
        DateTimeOffset GrantedAt
    );

    public async Task<IReadOnlyList<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginPublicAsync(ct);
        return await (
            from e in session.Db.Extensions
            where e.Scope == ExtensionScope.Batch
            join b in session.Db.Batches on e.BatchId equals b.Id
            where b.Number == input.BatchNumber
            orderby e.GrantedAt descending, e.Id
            select new Row(e.From, e.Until, e.OnlyForBegunDrafts, e.Reason, e.GrantedAt)
        ).ToListAsync(ct);
    }
}
