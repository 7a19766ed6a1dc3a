using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for the working group and its lead.</summary>
internal static class NationalInbox
{
    public static async Task FillAsync(InboxBuilder inbox, CancellationToken ct)
    {
        if (inbox.Batch is { } batch)
        {
            await (
                batch.Stage switch
                {
                    BatchStage.Appraising => FillAppraisalAsync(inbox, batch, ct),
                    BatchStage.Selecting => FillSelectionAsync(inbox, batch, ct),
                    _ => Task.CompletedTask,
                }
            );
            FillBatch(inbox, batch);
        }
        else
        {
            inbox.Tasks.Add(new TaskItem { Kind = TaskKind.OpenBatch, Link = "/batches" });
        }

        await AddressedReports.FillAsync(inbox, Addressee.National, ct);
    }

    private static void FillBatch(InboxBuilder inbox, Batch batch)
    {
        var mayDecide = inbox.Session.Actor.May(Permission.DecideSelection);
        switch (batch.Stage)
        {
            case BatchStage.Preparing:
                inbox.Tasks.Add(
                    new TaskItem
                    {
                        Kind = TaskKind.OpenBatch,
                        DueAt = batch.OpensAt,
                        Link = $"/batches/{batch.Id}",
                    }
                );
                break;
            case BatchStage.Open:
                inbox.Waits.Add(
                    new WaitItem(
                        NextActor.Province,
                        null,
                        TaskKind.ForwardLetter,
                        null,
                        batch.Forwarding.At,
                        "/forwarding"
                    )
                );
                break;
            case BatchStage.Decided when mayDecide:
                inbox.Tasks.Add(
                    new TaskItem
                    {
                        Kind = TaskKind.Publish,
                        DueAt = batch.PublishBy,
                        Link = "/announcement",
                    }
                );
                break;
            case BatchStage.Decided:
                inbox.Waits.Add(
                    new WaitItem(
                        NextActor.WorkingGroupLead,
                        null,
                        TaskKind.Publish,
                        null,
                        batch.PublishBy,
                        "/announcement"
                    )
                );
                break;
        }
    }

    private static async Task FillAppraisalAsync(
        InboxBuilder inbox,
        Batch batch,
        CancellationToken ct
    )
    {
        var db = inbox.Session.Db;
        if (!await db.ExpertPanels.AnyAsync(p => p.BatchId == batch.Id, ct))
        {
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind = TaskKind.ConvenePanel,
                    DueAt = batch.PublishBy,
                    Link = "/appraisal",
                }
            );
            return;
        }

        var lacking = await db.Applications.CountAsync(
            a =>
                a.BatchId == batch.Id
                && a.Status == ApplicationStatus.Forwarded
                && db.ScoreSheets.Count(s =>
                    s.ApplicationId == a.Id && ScoreSheetLifecycle.Held.Contains(s.Status)
                ) < batch.SheetsPerPlan,
            ct
        );
        if (lacking > 0)
        {
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind = TaskKind.AssignExperts,
                    Number = lacking,
                    DueAt = batch.PublishBy,
                    Link = "/appraisal",
                }
            );
        }

        var open = await db.ScoreSheets.CountAsync(
            s =>
                s.BatchId == batch.Id
                && (s.Status == ScoreSheetStatus.Assigned || s.Status == ScoreSheetStatus.Accepted),
            ct
        );
        if (open > 0)
        {
            inbox.Waits.Add(
                new WaitItem(
                    NextActor.Experts,
                    null,
                    TaskKind.ScorePlan,
                    null,
                    batch.PublishBy,
                    "/appraisal"
                )
            );
        }
        else if (lacking == 0)
        {
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind = TaskKind.ConcludeAppraisal,
                    DueAt = batch.PublishBy,
                    Link = "/appraisal",
                }
            );
        }
    }

    private static async Task FillSelectionAsync(
        InboxBuilder inbox,
        Batch batch,
        CancellationToken ct
    )
    {
        var proposed = await inbox.Session.Db.Selections.AnyAsync(
            s => s.BatchId == batch.Id && s.Status == SelectionStatus.Proposed,
            ct
        );
        var mayDecide = inbox.Session.Actor.May(Permission.DecideSelection);
        if (proposed && !mayDecide)
        {
            inbox.Waits.Add(
                new WaitItem(
                    NextActor.WorkingGroupLead,
                    null,
                    TaskKind.DecideSelection,
                    null,
                    batch.PublishBy,
                    "/selection"
                )
            );
            return;
        }

        inbox.Tasks.Add(
            new TaskItem
            {
                Kind = proposed ? TaskKind.DecideSelection : TaskKind.DraftSelection,
                DueAt = batch.PublishBy,
                Link = "/selection",
            }
        );
    }
}
