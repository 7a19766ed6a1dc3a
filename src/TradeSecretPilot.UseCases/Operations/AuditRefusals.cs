using System.Globalization;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Operations;

public static class AuditRefusals
{
    public static Refusal ChainBroken(long firstBad, string problem) =>
        new(
            RefusalKind.WrongState,
            "Audit.ChainBroken",
            string.Create(
                CultureInfo.InvariantCulture,
                $"审计记录校验未通过，第{firstBad}条：{problem}。不能出具证明，请立即按运行维护文档处置。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"The audit chain is broken at entry {firstBad}: {problem}. No certificate is issued; act at once as the operations manual says."
            )
        );

    public static Refusal NothingToCertify() =>
        new(
            RefusalKind.WrongState,
            "Audit.NothingToCertify",
            "还没有审计记录，无可证明。",
            "There are no audit entries yet; there is nothing to certify."
        );
}
