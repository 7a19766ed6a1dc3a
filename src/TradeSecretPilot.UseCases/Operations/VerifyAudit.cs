using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>The whole check of the audit trail; for the audit administrator, and for the portal's own jobs.</summary>
[OneSnapshot]
public sealed class VerifyAudit(PilotSessions sessions, AuditExamination examination)
{
    /// <param name="VerifiedAt">UTC.</param>
    public sealed record View(AuditVerification Verification, DateTimeOffset VerifiedAt);

    /// <exception cref="AuditAnchorException">The file of anchors cannot be read.</exception>
    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        return new View(await examination.RunAsync(ct), session.Now);
    }
}
