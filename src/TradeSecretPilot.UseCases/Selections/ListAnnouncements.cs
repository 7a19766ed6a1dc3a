using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>The lists that were published, latest batch first, for anyone.</summary>
[OneSnapshot]
public sealed class ListAnnouncements(PilotSessions sessions)
{
    public sealed record Input(Paging Paging);

    public sealed record Row
    {
        public required int BatchNumber { get; init; }

        public required string BatchNameZh { get; init; }

        public required string BatchNameEn { get; init; }

        public required string DocumentNumber { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset PublishedAt { get; init; }

        /// <summary>UTC; publication from here on was late.</summary>
        public required DateTimeOffset PublishBy { get; init; }

        public required bool IsLate { get; init; }

        public required string? LateReason { get; init; }

        /// <summary>Regions on the list.</summary>
        public required int Regions { get; init; }
    }

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginPublicAsync(ct);
        var db = session.Db;
        return await (
            from n in db.Announcements
            join b in db.Batches on n.BatchId equals b.Id
            orderby b.Number descending
            select new Row
            {
                BatchNumber = b.Number,
                BatchNameZh = b.NameZh,
                BatchNameEn = b.NameEn,
                DocumentNumber = n.DocumentNumber,
                PublishedAt = n.PublishedAt,
                PublishBy = b.PublishBy,
                IsLate = n.IsLate,
                LateReason = n.LateReason,
                Regions = db
                    .Applications.Where(PublicStatus.IsSelected)
                    .Count(a => a.BatchId == b.Id),
            }
        ).ToPageAsync(input.Paging, ct);
    }
}
