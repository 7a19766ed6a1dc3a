using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>申报: the applications within the actor's remit, paged and sorted in the database.</summary>
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
        public Guid? BatchId { get; init; }

        public ApplicationStatus? Status { get; init; }

        public DivisionLevel? Level { get; init; }

        public string? ProvinceCode { get; init; }

        /// <summary>Part of the region's name or of the number.</summary>
        public string? Text { get; init; }

        public Sort Sort { get; init; }

        public Paging Paging { get; init; } = new();
    }

    public sealed record View(
        BatchView? Batch,
        Page<Row> Page,
        IReadOnlyDictionary<ApplicationStatus, int> Counts,
        Domain.Deadline? Submission,
        Domain.Deadline? Forwarding
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
        var batch = input.BatchId is { } id
            ? await session.FindBatchAsync(id, ct)
            : await session.CurrentBatchAsync(ct);
        if (batch is null)
        {
            return new View(
                null,
                new Page<Row>([], 0, input.Paging),
                new Dictionary<ApplicationStatus, int>(),
                null,
                null
            );
        }

        var all = db.Applications.AsNoTracking().Where(a => a.BatchId == batch.Id);
        var counts = await all.GroupBy(a => new { a.Status, Announced = a.AnnouncedAt != null })
            .Select(g => new
            {
                g.Key.Status,
                g.Key.Announced,
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
        return new View(
            BatchView.Of(batch),
            page.Select(r => ToRow(r, batch, calls, session.Actor)),
            counts
                .GroupBy(c =>
                    c.Status.SeenBy(session.Actor, c.Announced ? DateTimeOffset.MinValue : null)
                )
                .ToDictionary(g => g.Key, g => g.Sum(c => c.Number)),
            own?.Submission(batch),
            own?.Forwarding(batch)
        );
    }

    /// <summary>An application of the list, and what stands beside it.</summary>
    internal sealed record Entry(
        Application Application,
        string ProvinceName,
        DateTimeOffset? LastEventAt
    );

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Entry> Found(
        PilotSession session,
        IQueryable<Application> all,
        Input input
    )
    {
        var db = session.Db;
        return Sorted(Filtered(all, input, session.Actor), input.Sort)
            .Select(a => new Entry(
                a,
                db.Divisions.Where(d => d.Code == a.ProvinceCode).Select(d => d.Name).First(),
                db.RecordEvents.Where(e => e.SubjectId == a.Id).Max(e => (DateTimeOffset?)e.At)
            ));
    }

    internal static IQueryable<Application> Filtered(
        IQueryable<Application> query,
        Input input,
        Actor actor
    )
    {
        if (input.Status is { } status)
        {
            // Below SAMR an unpublished outcome reads as 已上报, and is found under it.
            var outcomeHidden = actor.OrganizationKind != OrganizationKind.NationalRegulator;
            query = (outcomeHidden, status) switch
            {
                (true, ApplicationStatus.Forwarded) => query.Where(a =>
                    a.Status == ApplicationStatus.Forwarded
                    || (
                        a.AnnouncedAt == null
                        && (
                            a.Status == ApplicationStatus.Appraised
                            || a.Status == ApplicationStatus.Selected
                            || a.Status == ApplicationStatus.NotSelected
                        )
                    )
                ),
                (
                    true,
                    ApplicationStatus.Appraised
                        or ApplicationStatus.Selected
                        or ApplicationStatus.NotSelected
                ) => query.Where(a => a.Status == status && a.AnnouncedAt != null),
                _ => query.Where(a => a.Status == status),
            };
        }

        if (input.Level is { } level)
        {
            query = query.Where(a => a.Level == level);
        }

        if (!string.IsNullOrEmpty(input.ProvinceCode))
        {
            query = query.Where(a => a.ProvinceCode == input.ProvinceCode);
        }

        var text = input.Text?.Trim();
        return string.IsNullOrEmpty(text)
            ? query
            : query.Where(a => a.RegionName.Contains(text) || a.Number.Contains(text));
    }

    private static IOrderedQueryable<Application> Sorted(
        IQueryable<Application> query,
        Sort sort
    ) =>
        sort switch
        {
            Sort.Region => query.OrderBy(a => a.ProvinceCode).ThenBy(a => a.Number),
            Sort.Changed => query
                .OrderByDescending(a => a.SubmittedAt ?? a.CreatedAt)
                .ThenBy(a => a.Number),
            Sort.Rank => query
                .OrderBy(a => a.ProvinceCode)
                .ThenBy(a => a.Rank ?? int.MaxValue)
                .ThenBy(a => a.Number),
            // Those under way before those finished; among them the soonest submitted first.
            _ => query
                .OrderBy(a =>
                    a.Status == ApplicationStatus.Submitted ? 0
                    : a.Status == ApplicationStatus.Returned || a.Status == ApplicationStatus.Draft
                        ? 1
                    : a.Status == ApplicationStatus.Recommended ? 2
                    : a.Status == ApplicationStatus.Forwarded
                    || a.Status == ApplicationStatus.Appraised
                        ? 3
                    : 4
                )
                .ThenBy(a => a.SubmittedAt ?? a.CreatedAt)
                .ThenBy(a => a.Number),
        };

    internal static Row ToRow(
        Entry entry,
        Batch batch,
        Dictionary<string, ProvincialCall> calls,
        Actor actor
    )
    {
        var (a, provinceName, lastEventAt) = entry;
        var call = calls[a.ProvinceCode];
        var seen = a.Status.SeenBy(actor, a.AnnouncedAt);
        return new Row
        {
            Id = a.Id,
            Number = a.Number,
            RegionName = a.RegionName,
            ProvinceName = provinceName,
            Level = a.Level,
            Status = seen,
            VersionNumber = a.VersionNumber,
            Rank = actor.OrganizationKind == OrganizationKind.LocalGovernment ? null : a.Rank,
            Turn = Turn.Of(seen, call.Submission(batch, a), call.Forwarding(batch), batch),
            ChangedAt = lastEventAt ?? a.SubmittedAt ?? a.CreatedAt,
        };
    }
}
