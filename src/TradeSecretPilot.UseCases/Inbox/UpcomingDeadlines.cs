using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What has to be done by a deadline.</summary>
public enum DeadlineKind
{
    /// <summary>A region submits its plan.</summary>
    Submission,

    /// <summary>A province forwards its letter.</summary>
    Forwarding,

    /// <summary>SAMR publishes the list.</summary>
    Publication,

    /// <summary>A pilot files its half-year report.</summary>
    Report,
}

/// <summary>A deadline ahead that concerns the actor.</summary>
/// <param name="At">UTC.</param>
/// <param name="IsOwn">The actor's own organisation has to act; otherwise it waits for others, or watches over them.</param>
/// <param name="Rolls">Days of the batch move to the next working day.</param>
/// <param name="Ordinal">Number of the half-year; null for all but reports.</param>
public sealed record UpcomingDeadline(
    DeadlineKind Kind,
    DateTimeOffset At,
    bool IsOwn,
    int BatchNumber,
    string BatchNameZh,
    string BatchNameEn,
    bool Rolls,
    int? Ordinal = null
);

/// <summary>
/// The deadlines ahead of an actor over all batches: those it has to keep, and those of others that its own matters hang on. A region that
/// takes no part in a batch is told no deadline of it, and one that was not selected owes no report.
/// </summary>
internal static class UpcomingDeadlines
{
    private const int Most = 4;

    /// <summary>Soonest first.</summary>
    public static async Task<IReadOnlyList<UpcomingDeadline>> ReadAsync(
        InboxBuilder inbox,
        CancellationToken ct
    )
    {
        var found = inbox.Session.Actor.Role switch
        {
            Role.Drafter or Role.LocalApprover => await OfRegionAsync(inbox, ct),
            Role.ProvincialReviewer or Role.ProvincialApprover => OfProvince(inbox),
            Role.WorkingGroup or Role.WorkingGroupLead => OfWorkingGroup(inbox),
            _ => null,
        };
        if (found is null)
        {
            return [];
        }

        found.AddRange(await OfReportsAsync(inbox, ct));
        return
        [
            .. found
                .Where(d => d.At > inbox.Session.Now)
                .OrderBy(d => d.At)
                .ThenByDescending(d => d.IsOwn)
                .Take(Most),
        ];
    }

    private static async Task<List<UpcomingDeadline>> OfRegionAsync(
        InboxBuilder inbox,
        CancellationToken ct
    )
    {
        var plans = (await inbox.ReadPlansAsync(ct)).ToDictionary(p => p.BatchId);
        var found = new List<UpcomingDeadline>();
        foreach (var (batch, call, _) in inbox.Batches.Where(b => b.Call is not null))
        {
            var plan = plans.GetValueOrDefault(batch.Id);
            var writes = plan is null
                ? inbox.MayStart(batch, call!)
                : plan.Status is ApplicationStatus.Draft or ApplicationStatus.Returned
                    && call!.ForwardedAt is null;
            var waits =
                plan?.Status is ApplicationStatus.Submitted or ApplicationStatus.Recommended;
            if (batch.Stage == BatchStage.Open && writes)
            {
                var submission = call!.Submission(batch, plan?.CreatedAt, plan?.ExtendedTo);
                found.Add(Of(batch, DeadlineKind.Submission, submission.At, isOwn: true));
            }

            if (batch.Stage == BatchStage.Open && call!.ForwardedAt is null && (writes || waits))
            {
                found.Add(Of(batch, DeadlineKind.Forwarding, call.Forwarding(batch).At));
            }

            if (plan is { ForwardedAt: not null, AnnouncedAt: null })
            {
                found.Add(Of(batch, DeadlineKind.Publication, batch.PublishBy));
            }
        }

        return found;
    }

    private static List<UpcomingDeadline> OfProvince(InboxBuilder inbox)
    {
        var found = new List<UpcomingDeadline>();
        foreach (var (batch, call, _) in inbox.Batches.Where(b => b.Call is not null))
        {
            if (batch.Stage == BatchStage.Open && call!.ForwardedAt is null)
            {
                found.Add(Of(batch, DeadlineKind.Submission, call.Submission(batch).At));
                found.Add(
                    Of(batch, DeadlineKind.Forwarding, call.Forwarding(batch).At, isOwn: true)
                );
            }

            if (batch.Stage < BatchStage.Announced && call!.ForwardedAt is not null)
            {
                found.Add(Of(batch, DeadlineKind.Publication, batch.PublishBy));
            }
        }

        return found;
    }

    private static List<UpcomingDeadline> OfWorkingGroup(InboxBuilder inbox)
    {
        var found = new List<UpcomingDeadline>();
        foreach (var (batch, _, _) in inbox.Batches)
        {
            if (batch.Stage == BatchStage.Open)
            {
                found.Add(Of(batch, DeadlineKind.Forwarding, batch.Forwarding.At));
            }

            if (batch.Stage is > BatchStage.Preparing and < BatchStage.Announced)
            {
                found.Add(Of(batch, DeadlineKind.Publication, batch.PublishBy, isOwn: true));
            }
        }

        return found;
    }

    /// <summary>Reports within the remit that are not filed yet.</summary>
    private static async Task<IEnumerable<UpcomingDeadline>> OfReportsAsync(
        InboxBuilder inbox,
        CancellationToken ct
    )
    {
        var session = inbox.Session;
        var owed = await session
            .Db.ReportObligations.Where(o => o.FiledAt == null && o.DueAt > session.Now)
            .Select(o => new
            {
                o.BatchId,
                o.Ordinal,
                o.DueAt,
            })
            .Distinct()
            .OrderBy(o => o.DueAt)
            .ThenBy(o => o.BatchId)
            .Take(Most)
            .ToListAsync(ct);
        var isOwn = session.Actor.OrganizationKind == OrganizationKind.LocalGovernment;
        return from o in owed
            join b in inbox.Batches on o.BatchId equals b.Batch.Id
            select Of(b.Batch, DeadlineKind.Report, o.DueAt, isOwn) with
            {
                Ordinal = o.Ordinal,
            };
    }

    private static UpcomingDeadline Of(
        Batch batch,
        DeadlineKind kind,
        DateTimeOffset at,
        bool isOwn = false
    ) => new(kind, at, isOwn, batch.Number, batch.NameZh, batch.NameEn, batch.RollsToWorkingDay);
}
