using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>申报: the applications within the actor's remit, paged and sorted in the database.</summary>
[OneSnapshot]
public sealed class ListApplications(PilotSessions sessions)
{
    public enum Sort
    {
        /// <summary>Who must act soonest first.</summary>
        Urgency,
        Region,
        Changed,
        Rank,
    }

    public sealed record Input
    {
        /// <summary>Null for the latest batch.</summary>
        public BatchKey? Batch { get; init; }

        public ApplicationStatus? Status { get; init; }

        public DivisionLevel? Level { get; init; }

        public string? ProvinceCode { get; init; }

        /// <summary>Looked for in the names of region and province, and in the number.</summary>
        public string? Text { get; init; }

        public Sort Sort { get; init; }

        public Paging Paging { get; init; } = new();
    }

    /// <param name="MayStart">The actor's organisation could begin an application now, if it has none.</param>
    /// <param name="NotEligible">Why the batch, which is open, does not admit the actor's region; null otherwise.</param>
    public sealed record View(
        BatchView? Batch,
        Page<Row> Page,
        IReadOnlyDictionary<ApplicationStatus, int> Counts,
        Deadline? Submission,
        Deadline? Forwarding,
        bool MayStart,
        Refusal? NotEligible
    );

    public sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required string RegionName { get; init; }

        public required string ProvinceName { get; init; }

        public required DivisionLevel Level { get; init; }

        public required ApplicationStatus Status { get; init; }

        public required int VersionNumber { get; init; }

        public required int? Rank { get; init; }

        public required Turn Turn { get; init; }

        /// <summary>UTC; the latest saved change that the actor may know of.</summary>
        public required DateTimeOffset ChangedAt { get; init; }
    }

    public async Task<View> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        var db = session.Db;
        if (await session.ChooseBatchAsync(input.Batch, ct) is not { } batch)
        {
            return new View(
                null,
                new Page<Row>([], 0, input.Paging),
                new Dictionary<ApplicationStatus, int>(),
                null,
                null,
                false,
                null
            );
        }

        var all = db.Applications.AsNoTracking().Where(a => a.BatchId == batch.Id);
        var counts = await all.GroupBy(a => new { a.Status, Published = a.AnnouncedAt != null })
            .Select(g => new
            {
                g.Key.Status,
                g.Key.Published,
                Number = g.Count(),
            })
            .ToListAsync(ct);
        var calls = (
            await db
                .ProvincialCalls.AsNoTracking()
                .Where(c => c.BatchId == batch.Id)
                .ToListAsync(ct)
        ).ToDictionary(c => c.ProvinceCode);
        var page = await Found(session, all, input).ToPageAsync(input.Paging, ct);
        var own = session.Actor.ProvinceCode is { } province
            ? calls.GetValueOrDefault(province)
            : null;
        var isOpen =
            own is not null
            && session.Actor.May(Permission.EditApplication)
            && own.RefuseStart(batch, session.Now) is null;
        var notEligible =
            isOpen && counts.Count == 0 && await session.FindCandidateAsync(ct) is { } candidate
                ? batch.Eligibility.Judge(candidate)
                : null;
        return new View(
            BatchView.Of(batch, session.Actor),
            page.Select(r => ToRow(r, batch, calls, session.Actor)),
            counts
                .GroupBy(c => c.Status.SeenBy(session.Actor, c.Published))
                .ToDictionary(g => g.Key, g => g.Sum(c => c.Number)),
            own?.Submission(batch),
            own?.Forwarding(batch),
            isOpen && notEligible is null,
            notEligible
        );
    }

    /// <summary>What the list reads of an application, and what stands beside it; never its plan.</summary>
    internal sealed record Entry
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required string RegionName { get; init; }

        public required string ProvinceCode { get; init; }

        public required string ProvinceName { get; init; }

        public required DivisionLevel Level { get; init; }

        public required ApplicationStatus Status { get; init; }

        public required int VersionNumber { get; init; }

        public required int? Rank { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset? SubmittedAt { get; init; }

        public required DateTimeOffset? ForwardedAt { get; init; }

        public required DateTimeOffset? AnnouncedAt { get; init; }

        public required DateTimeOffset? ExtendedTo { get; init; }

        public required DateTimeOffset? LastEventAt { get; init; }
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Entry> Found(
        PilotSession session,
        IQueryable<Application> all,
        Input input
    )
    {
        var db = session.Db;
        return Sorted(Filtered(all, input, session.Actor), input.Sort)
            .Select(a => new Entry
            {
                Id = a.Id,
                Number = a.Number,
                RegionName = a.RegionName,
                ProvinceCode = a.ProvinceCode,
                ProvinceName = db
                    .Divisions.Where(d => d.Code == a.ProvinceCode)
                    .Select(d => d.Name)
                    .First(),
                Level = a.Level,
                Status = a.Status,
                VersionNumber = a.VersionNumber,
                Rank = a.Rank,
                CreatedAt = a.CreatedAt,
                SubmittedAt = a.SubmittedAt,
                ForwardedAt = a.ForwardedAt,
                AnnouncedAt = a.AnnouncedAt,
                ExtendedTo = a.ExtendedTo,
                LastEventAt = db
                    .RecordEvents.Where(e => e.SubjectId == a.Id)
                    .Max(e => (DateTimeOffset?)e.At),
            });
    }

    internal static IQueryable<Application> Filtered(
        IQueryable<Application> query,
        Input input,
        Actor actor
    )
    {
        if (input.Status is { } status)
        {
            query = query.SeenIn(status, actor);
        }

        if (input.Level is { } level)
        {
            query = query.Where(a => a.Level == level);
        }

        if (!string.IsNullOrEmpty(input.ProvinceCode))
        {
            query = query.Where(a => a.ProvinceCode == input.ProvinceCode);
        }

        return query.Search(input.Text);
    }

    private static IOrderedQueryable<Application> Sorted(
        IQueryable<Application> query,
        Sort sort
    ) =>
        sort switch
        {
            Sort.Region => query.OrderBy(a => a.ProvinceCode).ThenBy(a => a.Number),
            Sort.Changed => query
                .OrderByDescending(a => EF.Property<DateTimeOffset>(a, ApplicationOrder.MovedAt))
                .ThenBy(a => a.Number),
            Sort.Rank => query
                .OrderBy(a => a.ProvinceCode)
                .ThenBy(a => EF.Property<int>(a, ApplicationOrder.RankOrLast))
                .ThenBy(a => a.Number),
            _ => query
                .OrderBy(a => EF.Property<int>(a, ApplicationOrder.Urgency))
                .ThenBy(a => EF.Property<DateTimeOffset>(a, ApplicationOrder.MovedAt))
                .ThenBy(a => a.Number),
        };

    internal static Row ToRow(
        Entry a,
        Batch batch,
        Dictionary<string, ProvincialCall> calls,
        Actor actor
    )
    {
        var call = calls[a.ProvinceCode];
        var seen = a.Status.SeenBy(actor, a.AnnouncedAt is not null);
        return new Row
        {
            Id = a.Id,
            Number = a.Number,
            RegionName = a.RegionName,
            ProvinceName = a.ProvinceName,
            Level = a.Level,
            Status = seen,
            VersionNumber = a.VersionNumber,
            Rank = actor.OrganizationKind == OrganizationKind.LocalGovernment ? null : a.Rank,
            Turn = Turn.Of(
                seen,
                call.Submission(batch, a.CreatedAt, a.ExtendedTo),
                call.Forwarding(batch),
                batch
            ),
            ChangedAt = a.LastEventAt ?? a.SubmittedAt ?? a.CreatedAt,
        };
    }
}
