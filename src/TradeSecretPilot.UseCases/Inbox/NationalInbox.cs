using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for the working group and its lead.</summary>
internal static class NationalInbox
{
    public static IEnumerable<TaskQuery> TasksOf(InboxBuilder inbox)
    {
        var tasks =
            inbox.Batches.Count == 0
                ? [new TaskItem { Kind = TaskKind.OpenBatch, Link = "/batches" }]
                : inbox.Batches.SelectMany(b => ItemsOf(inbox, b.Batch, b.Standing!));
        return [.. tasks.Select(TaskQuery.Always), AddressedReports.TaskOf(inbox)];
    }

    public static async Task FillWaitsAsync(InboxBuilder inbox, CancellationToken ct)
    {
        foreach (var (batch, _, standing) in inbox.Batches)
        {
            if (WaitOf(inbox, batch, standing!) is { } wait)
            {
                inbox.AddWait(wait);
            }
        }

        await AddressedReports.FillWaitsAsync(inbox, ct);
    }

    private static IEnumerable<TaskItem> ItemsOf(
        InboxBuilder inbox,
        Batch batch,
        NationalStanding standing
    )
    {
        var mayDecide = inbox.Session.Actor.May(Permission.DecideSelection);
        TaskItem Item(TaskKind kind, string path, int? number = null) =>
            new()
            {
                Kind = kind,
                Number = number,
                DueAt = batch.PublishBy,
                Link = inbox.LinkTo(path, batch),
            };
        return batch.Stage switch
        {
            BatchStage.Preparing =>
            [
                new TaskItem
                {
                    Kind = TaskKind.OpenBatch,
                    DueAt = batch.OpensAt,
                    Link = $"/batches/{batch.Id}",
                },
            ],
            BatchStage.Appraising when !standing.HasPanel =>
            [
                Item(TaskKind.ConvenePanel, "/appraisal"),
            ],
            BatchStage.Appraising when standing.LackingPlans > 0 =>
            [
                Item(TaskKind.AssignExperts, "/appraisal", standing.LackingPlans),
            ],
            BatchStage.Appraising when standing.OpenSheets == 0 =>
            [
                Item(TaskKind.ConcludeAppraisal, "/appraisal"),
            ],
            BatchStage.Selecting when !standing.IsProposed =>
            [
                Item(TaskKind.DraftSelection, "/selection"),
            ],
            BatchStage.Selecting when mayDecide => [Item(TaskKind.DecideSelection, "/selection")],
            BatchStage.Decided when mayDecide => [Item(TaskKind.Publish, "/announcement")],
            _ => (IReadOnlyList<TaskItem>)[],
        };
    }

    private static WaitItem? WaitOf(InboxBuilder inbox, Batch batch, NationalStanding standing)
    {
        var mayDecide = inbox.Session.Actor.May(Permission.DecideSelection);
        WaitItem Wait(NextActor actor, TaskKind kind, DateTimeOffset dueAt, string link) =>
            new(actor, null, kind, null, dueAt, link);
        return batch.Stage switch
        {
            BatchStage.Open => Wait(
                NextActor.Province,
                TaskKind.ForwardLetter,
                batch.Forwarding.At,
                inbox.LinkTo("/forwarding", batch)
            ),
            BatchStage.Appraising when standing.OpenSheets > 0 => Wait(
                NextActor.Experts,
                TaskKind.ScorePlan,
                standing.ScoresDueOn is { } day ? BeijingTime.EndOf(day) : batch.PublishBy,
                inbox.LinkTo("/appraisal", batch)
            ),
            BatchStage.Selecting when !mayDecide && standing.IsProposed => Wait(
                NextActor.WorkingGroupLead,
                TaskKind.DecideSelection,
                batch.PublishBy,
                inbox.LinkTo("/selection", batch)
            ),
            BatchStage.Decided when !mayDecide => Wait(
                NextActor.WorkingGroupLead,
                TaskKind.Publish,
                batch.PublishBy,
                inbox.LinkTo("/announcement", batch)
            ),
            _ => null,
        };
    }
}
