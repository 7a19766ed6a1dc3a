using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Walks the whole audit chain; for the audit administrator, and for the portal's own jobs.</summary>
[OneSnapshot]
public sealed class VerifyAudit(PilotSessions sessions)
{
    /// <param name="VerifiedAt">UTC.</param>
    public sealed record View(AuditVerification Verification, DateTimeOffset VerifiedAt);

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        return new View(await AuditTrail.VerifyAsync(session.Db, ct), session.Now);
    }
}
