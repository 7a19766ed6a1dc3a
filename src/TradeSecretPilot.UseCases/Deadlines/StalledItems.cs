using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>Counts what the sweep could not do, and tells system administrators once when it is no coincidence any more.</summary>
internal sealed class StalledItems(PilotSessions sessions)
{
    /// <summary>A matter runs by itself and before those that depend on it, within one minute: that is one try.</summary>
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(30);

    /// <summary>Drops what was done since, or is no longer due.</summary>
    public async Task ForgetOthersAsync(
        PilotSession session,
        DueActionKind kind,
        IReadOnlyList<DueItem> due,
        CancellationToken ct
    )
    {
        var stalled = await session
            .Db.DueStalls.Where(s => s.Kind == kind)
            .Select(s => s.Key)
            .ToListAsync(ct);
        var gone = stalled.Except(due.Select(i => i.Key)).ToList();
        if (gone.Count > 0)
        {
            await session.Db.DueStalls.ForgetAsync(gone, ct);
        }
    }

    public async Task NoteAsync(DueItem item, string reason, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        await session.Db.NoteStallAsync(
            DueStall.First(item.Kind, item.SubjectId, item.DueAt, reason, session.Now),
            OneTry,
            ct
        );
        var stall = await session.Db.DueStalls.SingleOrDefaultAsync(s => s.Key == item.Key, ct);
        if (stall is not { Refusals: >= DueStall.AlarmAfter, AlarmedAt: null })
        {
            return;
        }

        stall.Alarm(session.Now);
        session.Record(
            new ActRecord(Act.DeadlineStalled, item.SubjectId)
            {
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{stall.Key} · {stall.Reason} · {stall.Refusals}"
                ),
            }
        );
        session.Notify(
            Recipients.SystemAdministrators,
            new DeadlineMessages.Stalled(
                Terms.Of(item.Kind),
                item.DueAt,
                stall.Refusals,
                stall.Reason
            )
        );
        // Refused when another node was first.
        await session.SaveAsync(ct);
    }
}
