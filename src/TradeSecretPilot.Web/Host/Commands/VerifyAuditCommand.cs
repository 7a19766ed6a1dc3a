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
                foreach (var finding in found.Findings)
                {
                    await Console.Out.WriteLineAsync($"{finding.Sequence}\t{finding.Problem}");
                }

                await Console.Out.WriteLineAsync(
                    found.IsValid
                        ? $"审计链完整，共{found.Entries}条，另有{found.Waiting}条待编号；锚{found.Anchors}个，比对{found.Rows}行。 The trail is valid: {found.Entries} entries and {found.Waiting} waiting, {found.Anchors} anchors, {found.Rows} rows compared."
                        : $"审计链在第{found.FirstBad}条不符：{found.Problem}。 The trail does not hold at entry {found.FirstBad}."
                );
                return found.IsValid ? 0 : 1;
            }
        );
        return command;
    }
}
