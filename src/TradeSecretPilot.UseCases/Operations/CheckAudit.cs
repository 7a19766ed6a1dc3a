using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// The nightly check of the audit trail: keeps what it found, and alarms the audit administrators when something was changed.
/// </summary>
public sealed class CheckAudit(PilotSessions sessions, AuditExamination examination)
{
    /// <summary>The name under which it appears in the audit trail.</summary>
    public const string Job = "审计核验";

    /// <exception cref="AuditAnchorException">The file of anchors cannot be read.</exception>
    public async Task<AuditVerification> ExecuteAsync(CancellationToken ct)
    {
        var found = await examination.RunAsync(ct);
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var check = AuditCheck.Of(found, session.Now);
        session.Db.AuditChecks.Add(check);
        if (found.FirstBad is { } firstBad)
        {
            session.Notify(
                Recipients.AuditAdministrators,
                new AuditMessages.ChainBroken(firstBad, found.Problem)
            );
        }

        session.Record(
            new ActRecord(found.IsValid ? Act.AuditChecked : Act.AuditCheckFailed, check.Id)
            {
                Note = found.IsValid ? $"{found.Entries}" : $"{found.FirstBad} · {found.Problem}",
            }
        );
        // An entry waits for its place, so a broken chain takes this one as well.
        await session.SaveAsync(ct);
        return found;
    }
}
