using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>A batch as an inbox looks at it.</summary>
/// <param name="Call">The call of the actor's province; null outside a province.</param>
/// <param name="Standing">How far SAMR's work on it is; null for everyone else.</param>
internal sealed record InboxBatch(Batch Batch, ProvincialCall? Call, NationalStanding? Standing);

/// <summary>What decides on somebody's tasks: every batch, for several are alive at once.</summary>
internal sealed class InboxBuilder
{
    private IReadOnlyList<OwnPlan>? _plans;

    private InboxBuilder(PilotSession session, IReadOnlyList<InboxBatch> batches) =>
        (Session, Batches) = (session, batches);

    /// <summary>The region of an actor who has one.</summary>
    private Candidate? Candidate { get; init; }

    public PilotSession Session { get; }

    /// <summary>Those that the actor can see, latest first.</summary>
    public IReadOnlyList<InboxBatch> Batches { get; }

    /// <summary>The batch that the page names: the latest, and one in preparation only where there is no other.</summary>
    public InboxBatch? Shown =>
        Batches.FirstOrDefault(b => b.Batch.Stage != BatchStage.Preparing)
        ?? (Batches.Count > 0 ? Batches[0] : null);

    /// <summary>The first of each kind.</summary>
    public List<WaitItem> Waits { get; } = [];

    /// <summary>All of them.</summary>
    public int WaitCount { get; private set; }

    public static async Task<InboxBuilder> BeginAsync(PilotSession session, CancellationToken ct) =>
        session.Actor.OrganizationKind switch
        {
            OrganizationKind.NationalRegulator => new(
                session,
                await NationalStanding.ReadAsync(session, ct)
            ),
            OrganizationKind.LocalGovernment => await OfRegionAsync(session, ct),
            _ => new(session, await Called(session).ToListAsync(ct)),
        };

    /// <summary>The actor's region could begin an application in the batch now, if it has none.</summary>
    public bool MayStart(Batch batch, ProvincialCall call) =>
        call.RefuseStart(batch, Session.Now) is null
        && Candidate is { } candidate
        && batch.Eligibility.Judge(candidate) is null;

    /// <summary>Every kind of task that the actor's role can have now.</summary>
    public IReadOnlyList<TaskQuery> Tasks() =>
        [
            .. Session.Actor.Role switch
            {
                Role.Drafter or Role.LocalApprover => LocalInbox.TasksOf(this),
                Role.ProvincialReviewer or Role.ProvincialApprover => ProvincialInbox.TasksOf(this),
                Role.WorkingGroup or Role.WorkingGroupLead => NationalInbox.TasksOf(this),
                Role.Expert => ExpertInbox.TasksOf(this),
                Role.SystemAdmin or Role.SecurityAdmin => AdminInbox.TasksOf(this),
                _ => [],
            },
        ];

    /// <summary>Soonest first; those without a date last.</summary>
    public async Task<TaskList> ReadTasksAsync(CancellationToken ct)
    {
        var items = new List<TaskItem>();
        var total = 0;
        foreach (var task in Tasks())
        {
            var read = await task.ReadAsync(ct);
            items.AddRange(read.Items);
            total += read.Total;
        }

        return new TaskList(
            [.. items.OrderBy(t => t.DueAt ?? DateTimeOffset.MaxValue).ThenBy(t => t.Kind)],
            total
        );
    }

    /// <summary>Whom others are waiting for.</summary>
    public Task FillWaitsAsync(CancellationToken ct) =>
        Session.Actor.Role switch
        {
            Role.Drafter or Role.LocalApprover => LocalInbox.FillWaitsAsync(this, ct),
            Role.ProvincialReviewer or Role.ProvincialApprover => ProvincialInbox.FillWaitsAsync(
                this,
                ct
            ),
            Role.WorkingGroup or Role.WorkingGroupLead => NationalInbox.FillWaitsAsync(this, ct),
            _ => Task.CompletedTask,
        };

    /// <summary>The plans of a region, read once.</summary>
    public async Task<IReadOnlyList<OwnPlan>> ReadPlansAsync(CancellationToken ct) =>
        _plans ??= await LocalInbox.ReadPlansAsync(this, ct);

    public void AddWait(WaitItem wait)
    {
        Waits.Add(wait);
        WaitCount++;
    }

    /// <summary>Lists the first of the rows, and counts all of them.</summary>
    /// <param name="sorted">In the order of the list.</param>
    public async Task AddWaitsAsync<T>(
        IQueryable<T> sorted,
        Func<T, WaitItem> wait,
        CancellationToken ct
    )
    {
        var first = await sorted.Take(TaskQuery.MostOfAKind).ToListAsync(ct);
        Waits.AddRange(first.Select(wait));
        WaitCount +=
            first.Count < TaskQuery.MostOfAKind ? first.Count : await sorted.CountAsync(ct);
    }

    /// <summary>A page's address; it names the batch where the page could show another one.</summary>
    public string LinkTo(string path, Batch batch) =>
        Batches.Count == 1 ? path : BatchPage.Of(path, batch);

    /// <summary>The region stands beside each batch: the frame of every page reads it, and has one statement for both.</summary>
    private static async Task<InboxBuilder> OfRegionAsync(
        PilotSession session,
        CancellationToken ct
    )
    {
        var own = session.OrganizationId;
        var rows = await (
            from b in Called(session)
            from candidate in session.Db.CandidatesFor(own)
            select new { Batch = b, Candidate = candidate }
        ).ToListAsync(ct);
        return new InboxBuilder(session, [.. rows.Select(r => r.Batch)])
        {
            Candidate = rows.Select(r => r.Candidate).FirstOrDefault(),
        };
    }

    private static IQueryable<InboxBatch> Called(PilotSession session)
    {
        var province = session.Actor.ProvinceCode;
        return from b in session.Db.Batches.AsNoTracking()
            join c in session
                .Db.ProvincialCalls.AsNoTracking()
                .Where(c => c.ProvinceCode == province)
                on b.Id equals c.BatchId
                into calls
            from c in calls.DefaultIfEmpty()
            orderby b.Number descending
            select new InboxBatch(b, c, null);
    }
}
