using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for a provincial regulator.</summary>
internal static class ProvincialInbox
{
    /// <summary>A batch whose applications can be reviewed and forwarded now.</summary>
    private sealed record Review(Batch Batch, ProvincialCall Call)
    {
        public DateTimeOffset DueAt => Call.Forwarding(Batch).At;
    }

    public static IEnumerable<TaskQuery> TasksOf(InboxBuilder inbox) =>
        [
            .. UnderReview(inbox) is { Count: > 0 } reviews ? ReviewTasks(inbox, reviews) : [],
            AddressedReports.TaskOf(inbox),
        ];

    public static async Task FillWaitsAsync(InboxBuilder inbox, CancellationToken ct)
    {
        if (UnderReview(inbox) is { Count: > 0 } reviews)
        {
            await FillReturnedAsync(inbox, reviews, ct);
            await FillLettersAsync(inbox, reviews, ct);
        }

        await AddressedReports.FillWaitsAsync(inbox, ct);
    }

    private static Dictionary<Guid, Review> UnderReview(InboxBuilder inbox) =>
        inbox
            .Batches.Where(b =>
                b is { Batch.Stage: BatchStage.Open, Call: { ForwardedAt: null } call }
                && !call.Forwarding(b.Batch).HasPassed(inbox.Session.Now)
            )
            .ToDictionary(b => b.Batch.Id, b => new Review(b.Batch, b.Call!));

    private static IEnumerable<TaskQuery> ReviewTasks(
        InboxBuilder inbox,
        Dictionary<Guid, Review> reviews
    )
    {
        yield return TaskQuery.Each(
            InStatus(inbox.Session, reviews.Keys, ApplicationStatus.Submitted),
            rows =>
                rows.OrderBy(a => a.SubmittedAt)
                    .ThenBy(a => a.Id)
                    .Select(a => new
                    {
                        a.Id,
                        a.BatchId,
                        a.RegionName,
                        a.VersionNumber,
                        a.SubmittedAt,
                    }),
            a => new TaskItem
            {
                Kind = TaskKind.ReviewPlan,
                RegionName = a.RegionName,
                Number = a.VersionNumber,
                DueAt = reviews[a.BatchId].DueAt,
                Since = a.SubmittedAt,
                Status = nameof(ApplicationStatus.Submitted),
                Link = $"/review/{a.Id}",
            }
        );
        var rankable = Permitting(inbox, reviews, ProvincialCallAct.Rank);
        if (rankable.Count == 0)
        {
            yield break;
        }

        var recommended = InStatus(
            inbox.Session,
            rankable.Select(r => r.Batch.Id),
            ApplicationStatus.Recommended
        );
        yield return TaskQuery.EachBatch(
            recommended.Where(a => a.Rank == null).Select(a => a.BatchId),
            (batch, number) =>
                new TaskItem
                {
                    Kind = TaskKind.RankPlans,
                    Number = number,
                    DueAt = reviews[batch].DueAt,
                    Status = nameof(ApplicationStatus.Recommended),
                    Link = RankingOf(inbox, reviews[batch]),
                }
        );
        var ready = Permitting(inbox, reviews, ProvincialCallAct.Forward);
        if (ready.Count == 0)
        {
            yield break;
        }

        yield return TaskQuery.EachBatch(
            InStatus(inbox.Session, ready.Select(r => r.Batch.Id), ApplicationStatus.Recommended)
                .Where(a => a.Rank != null)
                .Select(a => a.BatchId),
            (batch, number) =>
                new TaskItem
                {
                    Kind = TaskKind.ForwardLetter,
                    Number = number,
                    DueAt = reviews[batch].DueAt,
                    Link = RankingOf(inbox, reviews[batch]),
                }
        );
        foreach (
            var review in Permitting(inbox, reviews, ProvincialCallAct.SetDeadline)
                .Where(r => r.Call.SubmissionDeadline is null)
        )
        {
            yield return TaskQuery.Always(
                new TaskItem
                {
                    Kind = TaskKind.SetDeadline,
                    DueAt = review.DueAt,
                    Link = RankingOf(inbox, review),
                }
            );
        }
    }

    private static Task FillReturnedAsync(
        InboxBuilder inbox,
        Dictionary<Guid, Review> reviews,
        CancellationToken ct
    ) =>
        inbox.AddWaitsAsync(
            InStatus(inbox.Session, reviews.Keys, ApplicationStatus.Returned)
                .OrderBy(a => a.SubmittedAt)
                .ThenBy(a => a.Id)
                .Select(a => new
                {
                    a.Id,
                    a.BatchId,
                    a.RegionName,
                    a.ReturnedAt,
                    a.CreatedAt,
                    a.ExtendedTo,
                }),
            a => new WaitItem(
                NextActor.LocalGovernment,
                a.RegionName,
                TaskKind.RevisePlan,
                a.ReturnedAt,
                reviews[a.BatchId]
                    .Call.Submission(reviews[a.BatchId].Batch, a.CreatedAt, a.ExtendedTo)
                    .At,
                $"/applications/{a.Id}"
            ),
            ct
        );

    private static async Task FillLettersAsync(
        InboxBuilder inbox,
        Dictionary<Guid, Review> reviews,
        CancellationToken ct
    )
    {
        var unsent = Unsent(reviews);
        if (unsent.Count == 0 || inbox.Session.Actor.May(Permission.DecideForProvince))
        {
            return;
        }

        await inbox.AddWaitsAsync(
            InStatus(inbox.Session, unsent.Select(r => r.Batch.Id), ApplicationStatus.Recommended)
                .Where(a => a.Rank != null)
                .Select(a => a.BatchId)
                .Distinct()
                .OrderBy(batch => batch),
            batch => new WaitItem(
                NextActor.Province,
                null,
                TaskKind.ForwardLetter,
                null,
                reviews[batch].DueAt,
                RankingOf(inbox, reviews[batch])
            ),
            ct
        );
    }

    /// <summary>Those in which the actor may do it now, latest first.</summary>
    private static List<Review> Permitting(
        InboxBuilder inbox,
        Dictionary<Guid, Review> reviews,
        ProvincialCallAct act
    ) =>
        [
            .. reviews
                .Values.Where(r =>
                    ProvincialCallActs
                        .Of(r.Call, r.Batch, inbox.Session.Actor, inbox.Session.Now)
                        .Contains(act)
                )
                .OrderByDescending(r => r.Batch.Number),
        ];

    /// <summary>Those whose letter has not gone out, latest first.</summary>
    private static List<Review> Unsent(Dictionary<Guid, Review> reviews) =>
        [
            .. reviews
                .Values.Where(r => r.Call.Status == ProvincialCallStatus.Open)
                .OrderByDescending(r => r.Batch.Number),
        ];

    private static string RankingOf(InboxBuilder inbox, Review review) =>
        inbox.LinkTo("/ranking", review.Batch);

    private static IQueryable<Application> InStatus(
        PilotSession session,
        IEnumerable<Guid> batches,
        ApplicationStatus status
    )
    {
        var ids = batches.ToList();
        return session.Db.Applications.Where(a => ids.Contains(a.BatchId) && a.Status == status);
    }
}
