using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>
/// The instants ahead at which something closes, opens or falls due in any batch, by its settings: the way along which the
/// demonstration's clock is moved.
/// </summary>
[OneSnapshot]
public sealed class GetProgrammeCalendar(PilotSessions sessions)
{
    /// <summary>How far overdue reminders are looked ahead.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(400);

    /// <param name="Deadlines">UTC, ascending, after now: what the clock's 下一截止 leads to.</param>
    /// <param name="Instants">UTC, ascending, after now: these and every reminder.</param>
    public sealed record View(
        IReadOnlyList<DateTimeOffset> Deadlines,
        IReadOnlyList<DateTimeOffset> Instants
    );

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var db = session.Db;
        var batches = await db.Batches.AsNoTracking().ToListAsync(ct);
        var own = await db
            .ProvincialCalls.Select(c => new { c.SubmissionDeadline, c.ForwardingExtendedTo })
            .Distinct()
            .ToListAsync(ct);
        var extended = await db
            .Applications.Where(a => a.ExtendedTo != null)
            .Select(a => a.ExtendedTo!.Value)
            .Distinct()
            .ToListAsync(ct);
        DateTimeOffset[] submission =
        [
            .. batches.Select(b => b.ForwardingDeadline),
            .. batches.Select(b => b.Forwarding.At),
            .. own.Select(c => c.SubmissionDeadline).OfType<DateTimeOffset>(),
            .. own.Select(c => c.ForwardingExtendedTo).OfType<DateTimeOffset>(),
            .. extended,
        ];
        var reports = batches.SelectMany(b => b.ReportPeriods).Select(p => p.DueAt).ToList();
        DateTimeOffset[] deadlines =
        [
            .. submission,
            .. batches.Select(b => b.PublishBy),
            .. reports,
        ];
        DateTimeOffset[] others =
        [
            .. batches.Select(b => b.PilotStartsAt),
            .. batches.Select(b => b.PilotEndsAt),
            .. batches
                .SelectMany(b => b.ReportPeriods)
                .Select(p =>
                    BeijingTime.StartOf(p.DueOn.AddDays(-ReportObligation.OpensDaysBefore))
                ),
            .. submission.SelectMany(d => Reminders(d, session.Now, overdue: false)),
            .. reports.SelectMany(d => Reminders(d, session.Now, overdue: true)),
        ];
        return new View(
            Ahead(deadlines, session.Now),
            Ahead([.. deadlines, .. others], session.Now)
        );
    }

    private static IEnumerable<DateTimeOffset> Reminders(
        DateTimeOffset deadline,
        DateTimeOffset now,
        bool overdue
    ) => ReminderCalendar.Between(deadline, now, deadline + Horizon, overdue).Select(r => r.DueAt);

    private static IReadOnlyList<DateTimeOffset> Ahead(
        IEnumerable<DateTimeOffset> instants,
        DateTimeOffset now
    ) => [.. instants.Where(i => i > now).Distinct().Order()];
}
