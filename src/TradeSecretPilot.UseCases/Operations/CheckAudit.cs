using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// The nightly walk along the audit chain: keeps what it found, and alarms the audit administrators when an entry was changed.
/// </summary>
public sealed class CheckAudit(PilotSessions sessions)
{
    /// <summary>The name under which it appears in the audit trail.</summary>
    public const string Job = "审计核验";

    public async Task<AuditVerification> ExecuteAsync(CancellationToken ct)
    {
        var found = await VerifyAsync(ct);
        if (!await SaveAsync(found, ct))
        {
            await using var session = await sessions.BeginAsync(Permission.Operate, ct);
            Prepare(session, found);
            await session.SaveAlarmAsync(ct);
        }

        return found;
    }

    private async Task<AuditVerification> VerifyAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        return await AuditTrail.VerifyAsync(session.Db, ct);
    }

    /// <returns>False when the trail takes no more entries: its end does not match its head.</returns>
    private async Task<bool> SaveAsync(AuditVerification found, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var check = Prepare(session, found);
        session.Record(
            new ActRecord(found.IsValid ? Act.AuditChecked : Act.AuditCheckFailed, check.Id)
            {
                Note = found.IsValid ? $"{found.Entries}" : $"{found.FirstBad} · {found.Problem}",
            }
        );
        try
        {
            return (await session.SaveAsync(ct)).Refusal is null;
        }
        catch (Exception e)
            when (!found.IsValid && e is DbUpdateException or InvalidOperationException)
        {
            return false;
        }
    }

    private static AuditCheck Prepare(PilotSession session, AuditVerification found)
    {
        var check = AuditCheck.Of(found, session.Now);
        session.Db.AuditChecks.Add(check);
        if (found.FirstBad is { } firstBad)
        {
            session.Notify(
                Recipients.AuditAdministrators,
                new AuditMessages.ChainBroken(firstBad, found.Problem)
            );
        }

        return check;
    }
}
