using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>The extensions granted in a batch, latest first, as far as they concern the actor.</summary>
[OneSnapshot]
public sealed class ListExtensions(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId, Paging Paging);

    public sealed record Row
    {
        public required Guid Id { get; init; }

        public required ExtensionScope Scope { get; init; }

        /// <summary>Null for a whole batch.</summary>
        public required string? ProvinceName { get; init; }

        /// <summary>The region of an application's extension.</summary>
        public required string? RegionName { get; init; }

        /// <summary>UTC; the deadline before.</summary>
        public required DateTimeOffset From { get; init; }

        /// <summary>UTC; the deadline after.</summary>
        public required DateTimeOffset Until { get; init; }

        public required bool OnlyForBegunDrafts { get; init; }

        public required string Reason { get; init; }

        public required DateTimeOffset GrantedAt { get; init; }
    }

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        return await Found(session.Db, input.BatchId).ToPageAsync(input.Paging, ct);
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Row> Found(PilotDbContext db, Guid batchId) =>
        db
            .Extensions.Where(e => e.BatchId == batchId)
            .OrderByDescending(e => e.GrantedAt)
            .ThenBy(e => e.Id)
            .Select(e => new Row
            {
                Id = e.Id,
                Scope = e.Scope,
                ProvinceName = db
                    .Divisions.Where(d => d.Code == e.ProvinceCode)
                    .Select(d => d.Name)
                    .FirstOrDefault(),
                RegionName = db
                    .Applications.Where(a => a.Id == e.ApplicationId)
                    .Select(a => a.RegionName)
                    .FirstOrDefault(),
                From = e.From,
                Until = e.Until,
                OnlyForBegunDrafts = e.OnlyForBegunDrafts,
                Reason = e.Reason,
                GrantedAt = e.GrantedAt,
            });
}
