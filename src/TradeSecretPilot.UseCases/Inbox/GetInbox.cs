using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>我的待办: what waits for the actor, soonest first, and whom others are waiting for.</summary>
[OneSnapshot]
public sealed class GetInbox(PilotSessions sessions)
{
    private const int RecentEvents = 6;

    public sealed record View
    {
        /// <summary>The latest batch; one in preparation only where there is no other.</summary>
        public required BatchView? Batch { get; init; }

        /// <summary>The province's deadline for regions; null outside a province or without a batch.</summary>
        public required Deadline? Submission { get; init; }

        public required Deadline? Forwarding { get; init; }

        /// <summary>Those that concern the actor, of every batch, soonest first.</summary>
        public required IReadOnlyList<UpcomingDeadline> Deadlines { get; init; }

        /// <summary>Of every batch, the first 50 of each kind, soonest first; those without a date last.</summary>
        public required IReadOnlyList<TaskItem> Tasks { get; init; }

        /// <summary>All of them, listed or not.</summary>
        public required int TaskTotal { get; init; }

        /// <summary>The first 50 of each kind.</summary>
        public required IReadOnlyList<WaitItem> Waits { get; init; }

        /// <summary>All of them, listed or not.</summary>
        public required int WaitTotal { get; init; }

        public required IReadOnlyList<RecentEvent> Recent { get; init; }

        /// <summary>UTC; the instant of this answer.</summary>
        public required DateTimeOffset Now { get; init; }
    }

    /// <param name="Act">Null when this version does not know it.</param>
    /// <param name="RegionName">The region it happened to; null when the region acted itself, or there is none.</param>
    public sealed record RecentEvent(
        DateTimeOffset At,
        Act? Act,
        string ActorName,
        string? OrganizationName,
        string? RegionName
    );

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var inbox = await InboxBuilder.BeginAsync(session, ct);
        var (batch, call) = (inbox.Shown?.Batch, inbox.Shown?.Call);
        var tasks = await inbox.ReadTasksAsync(ct);
        await inbox.FillWaitsAsync(ct);
        var recent = await (
            from e in session.Db.RecordEvents
            join o in session.Db.Organizations on e.OwnerId equals o.Id into owners
            from o in owners.DefaultIfEmpty()
            orderby e.At descending, e.Id descending
            select new RecentEvent(
                e.At,
                Acts.Find(e.Act),
                e.ActorName,
                e.OrganizationName,
                o.Name == e.OrganizationName ? null : o.RegionName
            )
        )
            .Take(RecentEvents)
            .ToListAsync(ct);
        return new View
        {
            Batch = batch is null ? null : BatchView.Of(batch, session.Actor),
            Submission = batch is null ? null : call?.Submission(batch),
            Forwarding = batch is null ? null : call?.Forwarding(batch) ?? batch.Forwarding,
            Deadlines = await UpcomingDeadlines.ReadAsync(inbox, ct),
            Tasks = tasks.Items,
            TaskTotal = tasks.Total,
            Waits = inbox.Waits,
            WaitTotal = inbox.WaitCount,
            Recent = recent,
            Now = session.Now,
        };
    }
}

/// <summary>What somebody has to do.</summary>
public enum TaskKind
{
    StartApplication,
    CompletePlan,
    RevisePlan,
    SubmitPlan,
    ReviewPlan,
    SetDeadline,
    RankPlans,
    ForwardLetter,
    OpenBatch,
    ConvenePanel,
    AssignExperts,
    ConcludeAppraisal,
    DraftSelection,
    DecideSelection,
    Publish,
    RespondToAssignment,
    ScorePlan,
    WriteReport,
    FileReport,
    SupplementReport,
    AcknowledgeReport,
    DecideConsent,
}

/// <summary>One line of the inbox.</summary>
public sealed record TaskItem
{
    public required TaskKind Kind { get; init; }

    public string? RegionName { get; init; }

    /// <summary>A count, an ordinal or a version number, as the kind says.</summary>
    public int? Number { get; init; }

    /// <summary>UTC; null where nothing binds.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>UTC; since when it waits.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Status chip, by the name of the status.</summary>
    public string? Status { get; init; }

    public string? Note { get; init; }

    /// <summary>Path within the portal.</summary>
    public required string Link { get; init; }
}

/// <summary>Something others have to do before the actor can go on.</summary>
public sealed record WaitItem(
    NextActor Actor,
    string? RegionName,
    TaskKind Kind,
    DateTimeOffset? Since,
    DateTimeOffset? DueAt,
    string Link
);
