using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>A matter with a deadline that its people are reminded of.</summary>
/// <param name="Since">UTC; it came into being, or before people.</param>
internal sealed record Remindable(
    Guid SubjectId,
    Deadline Deadline,
    DateTimeOffset Since,
    bool StaysOpen
);

/// <summary>
/// Reminders of one kind of deadline. After an outage only the latest is sent; those it overtook are recorded as superseded.
/// </summary>
internal abstract class RemindersOf(DueActionKind kind) : IDueMatter
{
    public DueActionKind Kind => kind;

    public async Task<IReadOnlyList<DueItem>> FindAsync(PilotSession session, CancellationToken ct)
    {
        var open = await ReadOpenAsync(session, ct);
        var due = open.Select(m => (Matter: m, Reminders: Due(m, session.Now)))
            .Where(m => m.Reminders.Count > 0)
            .ToList();
        if (due.Count == 0)
        {
            return [];
        }

        var earliest = due.Min(m => m.Reminders[0].DueAt);
        var done = await session
            .Db.DueActions.Where(d => d.Kind == kind && d.DueAt >= earliest)
            .Select(d => new { d.SubjectId, d.DueAt })
            .ToListAsync(ct);
        var known = done.Select(d => (d.SubjectId, d.DueAt)).ToHashSet();
        return
        [
            .. due.SelectMany(m => ToSend(m.Matter, m.Reminders, known, session.Now))
                .OrderBy(i => i.DueAt),
        ];
    }

    public async Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var toSend = items.Where(i => i.Outcome == DueActionOutcome.Done).ToList();
        await NotifyAsync(session, toSend, ct);
        return items;
    }

    protected abstract Task<IReadOnlyList<Remindable>> ReadOpenAsync(
        PilotSession session,
        CancellationToken ct
    );

    protected abstract Task NotifyAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    );

    private static List<Reminder> Due(Remindable matter, DateTimeOffset now) =>
        [.. ReminderCalendar.Between(matter.Deadline.At, matter.Since, now, matter.StaysOpen)];

    private IEnumerable<DueItem> ToSend(
        Remindable matter,
        List<Reminder> reminders,
        HashSet<(Guid, DateTimeOffset)> known,
        DateTimeOffset now
    )
    {
        // Nobody is told to mind a deadline that is over: what follows from it says so itself.
        var isOver = !matter.StaysOpen && matter.Deadline.HasPassed(now);
        return reminders
            .Where(r => !known.Contains((matter.SubjectId, r.DueAt)))
            .Select(r => new DueItem(
                kind,
                matter.SubjectId,
                r.DueAt,
                r == reminders[^1] && !isOver ? DueActionOutcome.Done : DueActionOutcome.Superseded
            ));
    }
}

/// <summary>Reminds regions of drafts and returned plans before their deadline.</summary>
internal sealed class SubmissionReminders() : RemindersOf(DueActionKind.RemindSubmission)
{
    protected override async Task<IReadOnlyList<Remindable>> ReadOpenAsync(
        PilotSession session,
        CancellationToken ct
    ) =>
        [
            .. (
                await OpenDrafts.ReadAsync(
                    session,
                    [ApplicationStatus.Draft, ApplicationStatus.Returned],
                    ct
                )
            )
                // After the province's letter there is nothing left to submit, also before the sweep has closed the draft.
                .Where(d => d.ForwardedAt is null)
                .Select(d => new Remindable(d.ApplicationId, d.Deadline, d.OpenSince, false)),
        ];

    protected override async Task NotifyAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var ids = items.Select(i => i.SubjectId).Distinct().ToList();
        var owners = await session
            .Db.Applications.Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.OrganizationId })
            .ToDictionaryAsync(a => a.Id, a => a.OrganizationId, ct);
        foreach (var id in ids)
        {
            session.Notify(
                Recipients.Organization(owners[id]),
                new DeadlineMessages.SubmissionReminder(id)
            );
        }
    }
}

/// <summary>Reminds provinces that have not forwarded.</summary>
internal sealed class ForwardingReminders() : RemindersOf(DueActionKind.RemindForwarding)
{
    protected override async Task<IReadOnlyList<Remindable>> ReadOpenAsync(
        PilotSession session,
        CancellationToken ct
    )
    {
        var rows = await (
            from c in session.Db.ProvincialCalls.AsNoTracking()
            where c.ForwardedAt == null
            join b in session.Db.Batches.AsNoTracking() on c.BatchId equals b.Id
            where b.Stage == BatchStage.Open
            select new { Call = c, Batch = b }
        ).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new Remindable(
                r.Call.Id,
                r.Call.Forwarding(r.Batch),
                r.Call.BegunAt,
                false
            )),
        ];
    }

    protected override async Task NotifyAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var ids = items.Select(i => i.SubjectId).Distinct().ToList();
        var calls = await (
            from c in session.Db.ProvincialCalls
            where ids.Contains(c.Id)
            join b in session.Db.Batches on c.BatchId equals b.Id
            select new { c.ProvinceCode, Batch = b }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        foreach (var call in calls)
        {
            session.Notify(
                Recipients.Province(call.ProvinceCode),
                new DeadlineMessages.ForwardingReminder(call.Batch)
            );
        }
    }
}

/// <summary>Reminds regions of their reports, and once overdue their province and SAMR as well.</summary>
internal sealed class ReportReminders() : RemindersOf(DueActionKind.RemindReport)
{
    protected override async Task<IReadOnlyList<Remindable>> ReadOpenAsync(
        PilotSession session,
        CancellationToken ct
    ) =>
        await session
            .Db.ReportObligations.Where(o => o.FiledAt == null && o.OpensAt <= session.Now)
            .Select(o => new Remindable(o.Id, new Deadline(o.DueAt, o.DueAt), o.CreatedAt, true))
            .ToListAsync(ct);

    protected override async Task NotifyAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var ids = items.Select(i => i.SubjectId).ToList();
        var obligations = await session
            .Db.ReportObligations.Where(o => ids.Contains(o.Id))
            .Select(o => new
            {
                o.Id,
                o.OrganizationId,
                o.ProvinceCode,
                o.RegionName,
                o.Ordinal,
                o.DueAt,
            })
            .ToListAsync(ct);
        foreach (var o in obligations)
        {
            var overdue = Deadline.HasPassed(o.DueAt, session.Now);
            session.Notify(
                Recipients.Organization(o.OrganizationId),
                overdue
                    ? new DeadlineMessages.ReportStillMissing(o.Id, o.Ordinal)
                    : new DeadlineMessages.ReportReminder(o.Id, o.Ordinal, o.DueAt)
            );
            if (overdue)
            {
                var message = new DeadlineMessages.ReportOverdue(o.Id, o.RegionName, o.Ordinal);
                session.Notify(Recipients.Province(o.ProvinceCode), message);
                session.Notify(Recipients.WorkingGroup, message);
            }
        }
    }
}
