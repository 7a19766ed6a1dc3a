using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for a local government. The plan and the reports are not read: how much is missing stands beside them.</summary>
internal static class LocalInbox
{
    public static IEnumerable<TaskQuery> TasksOf(InboxBuilder inbox) =>
        [
            .. Waited(inbox) is { Count: > 0 } waited ? ApplicationTasks(inbox, waited) : [],
            ReportTasks(inbox.Session),
        ];

    public static async Task FillWaitsAsync(InboxBuilder inbox, CancellationToken ct)
    {
        var called = Called(inbox);
        foreach (var plan in await inbox.ReadPlansAsync(ct))
        {
            if (WaitOf(inbox.Session, called[plan.BatchId], plan) is { } wait)
            {
                inbox.AddWait(wait);
            }
        }

        await FillReportsAsync(inbox, ct);
    }

    /// <summary>Its plans in the batches for which its province was called upon.</summary>
    public static async Task<IReadOnlyList<OwnPlan>> ReadPlansAsync(
        InboxBuilder inbox,
        CancellationToken ct
    ) =>
        Called(inbox) is { Count: > 0 } called
            ? await OwnPlans(OwnIn(inbox.Session, called)).ToListAsync(ct)
            : [];

    /// <summary>A batch for which the region's province was called upon.</summary>
    private sealed record Round(Batch Batch, ProvincialCall Call)
    {
        public DateTimeOffset DueAt(OwnPlan plan) =>
            Call.Submission(Batch, plan.CreatedAt, plan.ExtendedTo).At;
    }

    private static Dictionary<Guid, Round> Called(InboxBuilder inbox) =>
        inbox
            .Batches.Where(b => b.Call is not null)
            .ToDictionary(b => b.Batch.Id, b => new Round(b.Batch, b.Call!));

    /// <summary>Those in which the region can still do something: its province has not sent its letter.</summary>
    private static Dictionary<Guid, Round> Waited(InboxBuilder inbox) =>
        Called(inbox).Where(r => r.Value.Call.ForwardedAt is null).ToDictionary();

    private static IEnumerable<TaskQuery> ApplicationTasks(
        InboxBuilder inbox,
        Dictionary<Guid, Round> called
    )
    {
        var session = inbox.Session;
        var own = OwnIn(session, called);
        var open = called
            .Values.Where(r => inbox.MayStart(r.Batch, r.Call))
            .Select(r => r.Batch.Id)
            .ToList();
        if (open.Count > 0)
        {
            yield return TaskQuery.Each(
                session.Db.Batches.Where(b =>
                    open.Contains(b.Id) && !own.Any(a => a.BatchId == b.Id)
                ),
                rows => rows.OrderBy(b => b.Number).Select(b => b.Id),
                batch => new TaskItem
                {
                    Kind = TaskKind.StartApplication,
                    DueAt = called[batch].Call.Submission(called[batch].Batch).At,
                    Link = inbox.LinkTo("/applications", called[batch].Batch),
                }
            );
        }

        var maySubmit = session.Actor.May(Permission.SubmitApplication);
        yield return TaskQuery.Each(
            own.Where(a =>
                (a.Status == ApplicationStatus.Draft && a.GapCount > 0)
                || (
                    a.Status == ApplicationStatus.Returned
                    && !(maySubmit && a.GapCount == 0 && a.PlanSavedAt > a.ReturnedAt)
                )
            ),
            OwnPlans,
            a =>
            {
                var returned = a.Status == ApplicationStatus.Returned;
                return new TaskItem
                {
                    Kind = returned ? TaskKind.RevisePlan : TaskKind.CompletePlan,
                    Number = a.GapCount,
                    DueAt = called[a.BatchId].DueAt(a),
                    Since = returned ? a.ReturnedAt : a.PlanSavedAt,
                    Status = a.Status.ToString(),
                    Note = returned ? a.Reason : null,
                    Link = $"/applications/{a.Id}/edit",
                };
            }
        );
        if (maySubmit)
        {
            // A returned plan waits for its revision first: a plan is one line.
            yield return TaskQuery.Each(
                own.Where(a =>
                    a.GapCount == 0
                    && (
                        a.Status == ApplicationStatus.Draft
                        || (a.Status == ApplicationStatus.Returned && a.PlanSavedAt > a.ReturnedAt)
                    )
                ),
                OwnPlans,
                a => new TaskItem
                {
                    Kind = TaskKind.SubmitPlan,
                    DueAt = called[a.BatchId].DueAt(a),
                    Since = a.PlanSavedAt,
                    Status = a.Status.ToString(),
                    Link = $"/applications/{a.Id}/edit",
                }
            );
        }
    }

    private static TaskQuery ReportTasks(PilotSession session)
    {
        var mayFile = session.Actor.May(Permission.FileReports);
        return TaskQuery.Each(
            session.Db.ReportObligations.Where(ReportStanding.IsTurnOf(session.Actor, session.Now)),
            rows =>
                rows.OrderBy(o => o.DueAt)
                    .ThenBy(o => o.Id)
                    .Select(o => new
                    {
                        o.Id,
                        o.Ordinal,
                        o.Status,
                        o.OpensAt,
                        o.DueAt,
                        o.GapCount,
                        Note = o.NationalNote ?? o.ProvincialNote,
                    }),
            o => new TaskItem
            {
                Kind =
                    o.Status == ReportStatus.Supplement ? TaskKind.SupplementReport
                    : mayFile && o.GapCount == 0 ? TaskKind.FileReport
                    : TaskKind.WriteReport,
                Number = o.Ordinal,
                // What is added to a report is not due when the report was.
                DueAt = o.Status == ReportStatus.Supplement ? null : o.DueAt,
                Status = ReportStanding
                    .StatusAt(o.Status, o.OpensAt, o.DueAt, session.Now)
                    .ToString(),
                Note = o.Note,
                Link = $"/reports/{o.Id}/edit",
            }
        );
    }

    private static WaitItem? WaitOf(PilotSession session, Round round, OwnPlan plan) =>
        plan switch
        {
            { Status: ApplicationStatus.Draft, GapCount: 0 }
                when !session.Actor.May(Permission.SubmitApplication) => new WaitItem(
                NextActor.LocalGovernment,
                null,
                TaskKind.SubmitPlan,
                plan.PlanSavedAt,
                round.DueAt(plan),
                $"/applications/{plan.Id}/edit"
            ),
            { Status: ApplicationStatus.Submitted or ApplicationStatus.Recommended } =>
                new WaitItem(
                    NextActor.Province,
                    null,
                    TaskKind.ReviewPlan,
                    plan.SubmittedAt,
                    round.Call.Forwarding(round.Batch).At,
                    $"/applications/{plan.Id}"
                ),
            { AnnouncedAt: null }
                when plan.Status.SeenBy(session.Actor, isPublished: false)
                    == ApplicationStatus.Forwarded => new WaitItem(
                NextActor.WorkingGroup,
                null,
                TaskKind.Publish,
                plan.ForwardedAt,
                round.Batch.PublishBy,
                $"/applications/{plan.Id}"
            ),
            _ => null,
        };

    private static Task FillReportsAsync(InboxBuilder inbox, CancellationToken ct) =>
        inbox.AddWaitsAsync(
            inbox
                .Session.Db.ReportObligations.Where(o => o.Status == ReportStatus.Filed)
                .OrderBy(o => o.DueAt)
                .ThenBy(o => o.Id)
                .Select(o => new
                {
                    o.Id,
                    o.Provincial,
                    o.LastFiledAt,
                }),
            o => new WaitItem(
                o.Provincial == AcknowledgementStatus.Pending
                    ? NextActor.Province
                    : NextActor.WorkingGroup,
                null,
                TaskKind.AcknowledgeReport,
                o.LastFiledAt,
                null,
                $"/reports/{o.Id}"
            ),
            ct
        );

    private static IQueryable<Application> OwnIn(
        PilotSession session,
        Dictionary<Guid, Round> called
    )
    {
        var batches = called.Keys.ToList();
        return session.Db.Applications.Where(a => batches.Contains(a.BatchId));
    }

    private static IQueryable<OwnPlan> OwnPlans(IQueryable<Application> rows) =>
        rows.OrderByDescending(a => a.CreatedAt)
            .ThenBy(a => a.Id)
            .Select(a => new OwnPlan(
                a.Id,
                a.BatchId,
                a.Status,
                a.GapCount,
                a.CreatedAt,
                a.PlanSavedAt,
                a.SubmittedAt,
                a.ReturnedAt,
                a.ForwardedAt,
                a.AnnouncedAt,
                a.ExtendedTo,
                a.Reason
            ));
}

/// <summary>A plan of the region as its inbox looks at it.</summary>
internal sealed record OwnPlan(
    Guid Id,
    Guid BatchId,
    ApplicationStatus Status,
    int GapCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset PlanSavedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? ReturnedAt,
    DateTimeOffset? ForwardedAt,
    DateTimeOffset? AnnouncedAt,
    DateTimeOffset? ExtendedTo,
    string? Reason
);
