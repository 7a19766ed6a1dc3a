using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// The hourly anchor of the audit trail. The first of a day in Beijing is mailed to the audit administrators; a trail that no anchor may
/// vouch for alarms them.
/// </summary>
public sealed class AnchorAudit(PilotSessions sessions, AuditAnchors anchors)
{
    /// <summary>The name under which it appears in the audit trail.</summary>
    public const string Job = "审计锚定";

    /// <summary>An entry that waits longer has been left behind.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <param name="Size">Entries under the anchor; null when none was made.</param>
    /// <param name="Problem">Why none was made, or what else is wrong.</param>
    public sealed record View(long? Size, string? Problem);

    /// <exception cref="AuditAnchorException">The file of anchors cannot be read or written.</exception>
    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var day = BeijingTime.StartOf(BeijingTime.DayOf(session.Now));
        var isFirst = !await session.Db.AuditAnchors.AnyAsync(a => a.At >= day, ct);
        var (anchor, problem) = await anchors.MakeAsync(ct);
        problem ??= await LeftBehindAsync(session, anchor, ct);
        if (problem is not null)
        {
            await AlarmAsync(session, problem, ct);
        }
        else if (anchor is not null && isFirst)
        {
            session.Record(
                new ActRecord(Act.AuditAnchored, anchor.Id)
                {
                    Note = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{anchor.Size} · {anchor.RootSha256}"
                    ),
                }
            );
            session.Notify(Recipients.AuditAdministrators, new AuditMessages.Anchored(anchor));
            await session.SaveAsync(ct);
        }

        return new View(anchor?.Size, problem?.Problem);
    }

    private static async Task<AuditFinding?> LeftBehindAsync(
        PilotSession session,
        AuditAnchor? anchor,
        CancellationToken ct
    )
    {
        var late = session.Now - LongestWait;
        return
            await session
                .Db.WaitingEntries.Where(e => e.At < late)
                .OrderBy(e => e.Id)
                .Select(e => e.Act)
                .FirstOrDefaultAsync(ct)
                is { } act
            ? new AuditFinding((anchor?.Size ?? 0) + 1, AuditProblems.StillWaiting(act))
            : null;
    }

    /// <summary>Once, and not every hour again for the same.</summary>
    private static async Task AlarmAsync(
        PilotSession session,
        AuditFinding problem,
        CancellationToken ct
    )
    {
        var check = AuditCheck.Of(
            AuditVerification.Of(problem.Sequence - 1, [problem]),
            session.Now
        );
        var last = await session
            .Db.AuditChecks.OrderByDescending(c => c.At)
            .ThenByDescending(c => c.Id)
            .Select(c => new { c.FirstBad, c.Problem })
            .FirstOrDefaultAsync(ct);
        if ((last?.FirstBad, last?.Problem) == (check.FirstBad, check.Problem))
        {
            return;
        }

        session.Db.AuditChecks.Add(check);
        session.Notify(
            Recipients.AuditAdministrators,
            new AuditMessages.ChainBroken(problem.Sequence, problem.Problem)
        );
        session.Record(
            new ActRecord(Act.AuditCheckFailed, check.Id)
            {
                Note = $"{problem.Sequence} · {problem.Problem}",
            }
        );
        await session.SaveAsync(ct);
    }
}
