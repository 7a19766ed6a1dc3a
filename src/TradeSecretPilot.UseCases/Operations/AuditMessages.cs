using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>What audit administrators are told of the chain.</summary>
internal static class AuditMessages
{
    /// <summary>Short enough for a notice: the portal's page has the signature as well.</summary>
    public sealed record Anchored(AuditAnchor Anchor)
        : Message(
            new(
                $"审计记录的根（每日留存）：{AuditContent.Instant(Anchor.At)}，共{Anchor.Size}条，根{Anchor.RootSha256}，密钥{Anchor.KeyId}，签名{Anchor.Signature}。请保存本邮件。",
                $"Root of the audit trail, for you to keep: {AuditContent.Instant(Anchor.At)}, {Anchor.Size} entries, root {Anchor.RootSha256}, key {Anchor.KeyId}, signature {Anchor.Signature}."
            ),
            "/audit/roots"
        );

    public sealed record ChainBroken(long FirstBad, string? Problem)
        : Message(
            new(
                $"审计记录夜间核验未通过：第{FirstBad}条，{Problem}。请立即核查，保存现场，不要修改数据库。",
                $"The nightly check found the audit chain broken at entry {FirstBad}. Investigate at once, keep everything as it is, and do not change the database."
            ),
            "/admin/audit"
        );
}
