using System.CommandLine;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.Web.Host.Setup;

namespace TradeSecretPilot.Web.Host.Commands;

internal static class MakeAuditKeysCommand
{
    public static Command Create()
    {
        var command = new Command(
            "make-audit-keys",
            "生成审计密钥；已有密钥的，另生成一把并改用新的。 Makes the keys of the audit trail; where there are some, adds one that is used from now on."
        );
        command.SetAction(
            async (_, _) =>
            {
                var builder = WebApplication.CreateBuilder();
                var path = PortalAudit.KeysOf(builder.Configuration, builder.Environment);
                var id = AuditKeys.Add(path, TimeProvider.System.GetUtcNow());
                await Console.Out.WriteLineAsync(
                    $"已生成密钥{id}，在{path}。请另存一份，与数据库的备份分开保管；各节点用同一份，换用后重新启动。 "
                        + $"Made key {id} in {path}. Keep a copy apart from the database's backups; all nodes use the same file and are started anew."
                );
                return 0;
            }
        );
        return command;
    }
}
