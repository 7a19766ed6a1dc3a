using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for a local government.</summary>
internal static class LocalInbox
{
    public static async Task FillAsync(InboxBuilder inbox, CancellationToken ct)
    {
        await FillApplicationAsync(inbox, ct);
        await FillReportsAsync(inbox, ct);
    }

    private static async Task FillApplicationAsync(InboxBuilder inbox, CancellationToken ct)
    {
        if (inbox is not { Batch: { } batch, Call: { } call })
        {
            return;
        }

        var session = inbox.Session;
        var application = await session
            .Db.Applications.AsNoTracking()
            .SingleOrDefaultAsync(a => a.BatchId == batch.Id, ct);
        if (application is null)
        {
            var deadline = call.Submission(batch);
            if (batch.Stage == BatchStage.Open && !deadline.HasPassed(session.Now))
            {
                inbox.Tasks.Add(
                    new TaskItem
                    {
                        Kind = TaskKind.StartApplication,
                        DueAt = deadline.At,
                        Link = "/applications",
                    }
                );
            }

            return;
        }

        var submission = call.Submission(batch, application);
        switch (application.Status)
        {
            case ApplicationStatus.Draft or ApplicationStatus.Returned:
                FillPlan(
                    inbox,
                    application,
                    submission.At,
                    WorkPlanRules.Check(application.Plan, batch)
                );
                break;
            case ApplicationStatus.Submitted or ApplicationStatus.Recommended:
                inbox.Waits.Add(
                    new WaitItem(
                        NextActor.Province,
                        null,
                        TaskKind.ReviewPlan,
                        application.SubmittedAt,
                        call.Forwarding(batch).At,
                        $"/applications/{application.Id}"
                    )
                );
                break;
            case ApplicationStatus.Forwarded
            or ApplicationStatus.Appraised
            or ApplicationStatus.Selected
            or ApplicationStatus.NotSelected when application.AnnouncedAt is null:
                inbox.Waits.Add(
                    new WaitItem(
                        NextActor.WorkingGroup,
                        null,
                        TaskKind.Publish,
                        application.ForwardedAt,
                        batch.PublishBy,
                        $"/applications/{application.Id}"
                    )
                );
                break;
        }
    }

    private static void FillPlan(
        InboxBuilder inbox,
        Application application,
        DateTimeOffset dueAt,
        Completeness completeness
    )
    {
        var returned = application.Status == ApplicationStatus.Returned;
        var mayDecide = inbox.Session.Actor.May(Permission.SubmitApplication);
        var edit = $"/applications/{application.Id}/edit";
        if (returned || !completeness.IsComplete)
        {
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind = returned ? TaskKind.RevisePlan : TaskKind.CompletePlan,
                    Number = completeness.Gaps.Count,
                    DueAt = dueAt,
                    Since = returned ? application.ReturnedAt : application.PlanSavedAt,
                    Status = application.Status.ToString(),
                    Note = returned ? application.Reason : null,
                    Link = edit,
                }
            );
        }

        if (completeness.IsComplete && mayDecide)
        {
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind = TaskKind.SubmitPlan,
                    DueAt = dueAt,
                    Since = application.PlanSavedAt,
                    Status = application.Status.ToString(),
                    Link = edit,
                }
            );
        }
        else if (completeness.IsComplete)
        {
            inbox.Waits.Add(
                new WaitItem(
                    NextActor.LocalGovernment,
                    null,
                    TaskKind.SubmitPlan,
                    application.PlanSavedAt,
                    dueAt,
                    edit
                )
            );
        }
    }

    private static async Task FillReportsAsync(InboxBuilder inbox, CancellationToken ct)
    {
        var session = inbox.Session;
        var open = await session
            .Db.ReportObligations.AsNoTracking()
            .Where(o =>
                o.Status == ReportStatus.Due
                || o.Status == ReportStatus.Missing
                || o.Status == ReportStatus.Supplement
                || o.Status == ReportStatus.Filed
            )
            .OrderBy(o => o.DueAt)
            .ToListAsync(ct);
        foreach (var report in open)
        {
            if (report.Status == ReportStatus.Filed)
            {
                inbox.Waits.Add(
                    new WaitItem(
                        report.Provincial == AcknowledgementStatus.Pending
                            ? NextActor.Province
                            : NextActor.WorkingGroup,
                        null,
                        TaskKind.AcknowledgeReport,
                        report.LastFiledAt,
                        null,
                        $"/reports/{report.Id}"
                    )
                );
                continue;
            }

            var ready =
                session.Actor.May(Permission.FileReports)
                && ReportRules.Gaps(report.Content).Count == 0;
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind =
                        report.Status == ReportStatus.Supplement ? TaskKind.SupplementReport
                        : ready ? TaskKind.FileReport
                        : TaskKind.WriteReport,
                    Number = report.Ordinal,
                    DueAt = report.DueAt,
                    Status = report.Status.ToString(),
                    Note = report.NationalNote ?? report.ProvincialNote,
                    Link = $"/reports/{report.Id}/edit",
                }
            );
        }
    }
}
