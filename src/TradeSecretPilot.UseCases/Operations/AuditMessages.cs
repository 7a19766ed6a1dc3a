using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>What audit administrators are told of the chain.</summary>
internal static class AuditMessages
{
    public sealed record ChainBroken(long FirstBad, string? Problem)
        : Message(
            new(
                $"审计记录夜间核验未通过：第{FirstBad}条，{Problem}。请立即核查，保存现场，不要修改数据库。",
                $"The nightly check found the audit chain broken at entry {FirstBad}. Investigate at once, keep everything as it is, and do not change the database."
            ),
            "/admin/audit"
        );
}
