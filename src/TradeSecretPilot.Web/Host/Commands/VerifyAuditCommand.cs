using System.CommandLine;
using TradeSecretPilot.UseCases.Operations;

namespace TradeSecretPilot.Web.Host.Commands;

internal static class VerifyAuditCommand
{
    public static Command Create()
    {
        var command = new Command(
            "verify-audit",
            "核验审计链，发现改动时以非零退出。 Verifies the audit chain; exits non-zero when a row was changed."
        );
        command.SetAction(
            async (_, ct) =>
            {
                await using var host = CommandHost.Create();
                var view = await host.AsJobAsync(
                    CheckAudit.Job,
                    (VerifyAudit act) => act.ExecuteAsync(ct)
                );
                var found = view.Verification;
                await Console.Out.WriteLineAsync(
                    found.IsValid
                        ? $"审计链完整，共{found.Entries}条。 The chain is valid: {found.Entries} entries."
                        : $"审计链在第{found.FirstBad}条断开：{found.Problem}。 The chain is broken at entry {found.FirstBad}."
                );
                return found.IsValid ? 0 : 1;
            }
        );
        return command;
    }
}
