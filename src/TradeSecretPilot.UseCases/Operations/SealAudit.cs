using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// At the start after an upgrade: seals the entries of before there were seals, and records the digest of every kept row when the form
/// of the tables has changed. It is itself in the trail; where nothing is to be done it writes nothing.
/// </summary>
public sealed class SealAudit(PilotSessions sessions, AuditBaseline baseline)
{
    /// <summary>The name under which it appears in the audit trail.</summary>
    public const string Job = "审计封存";

    private const int RowsInAnEntry = 2000;

    /// <param name="Sealed">Entries that were sealed.</param>
    /// <param name="Problem">Why the trail was not sealed; null when nothing is wrong.</param>
    public sealed record View(int Sealed, AuditFinding? Problem);

    /// <exception cref="AuditAnchorException">The file of anchors cannot be read.</exception>
    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        var (count, problem) = await baseline.SealAsync(ct);
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        if (problem is not null)
        {
            session.Notify(
                Recipients.AuditAdministrators,
                new AuditMessages.ChainBroken(problem.Sequence, problem.Problem)
            );
            Record(session, Act.AuditCheckFailed, $"{problem.Sequence} · {problem.Problem}", null);
            await session.SaveAsync(ct);
            return new View(0, problem);
        }

        var parts = await baseline.ReadAsync(RowsInAnEntry, ct);
        if (count > 0)
        {
            Record(session, Act.AuditSealed, $"1–{count}", null);
        }

        foreach (var (note, rows) in parts)
        {
            Record(session, Act.AuditSealed, note, rows);
        }

        if (count > 0 || parts.Count > 0)
        {
            await session.SaveAsync(ct);
        }

        return new View(count, null);
    }

    private static void Record(PilotSession session, Act act, string note, string? rows) =>
        session.Record(
            new ActRecord(act, Guid.CreateVersion7(session.Now)) { Note = note, Rows = rows }
        );
}
