using System.CommandLine;
using TradeSecretPilot.Web.Host.Commands.Backup;
using TradeSecretPilot.Web.Host.Demo;

namespace TradeSecretPilot.Web.Host.Commands;

/// <summary>The portal's command line. Without a command the portal starts.</summary>
public static class PortalCommands
{
    /// <summary>
    /// Whether the arguments name a command; settings of the host (<c>--key=value</c>) do not. A word that is no command counts as
    /// one, so that a slip of the pen is an error and does not start a portal.
    /// </summary>
    public static bool Asked(string[] args) =>
        args.Length > 0
        && (
            (args[0] is [not '-' and not '/', ..] && !args[0].Contains('='))
            || args[0] is "--help" or "-h" or "-?"
        );

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("全国商业秘密保护创新试点管理平台 (TradeSecretPilot)")
        {
            MigrateCommand.Create(),
            MakeAuditKeysCommand.Create(),
            VerifyAuditCommand.Create(),
            VerifyReceiptCommand.Create(),
            CheckCommand.Create(),
            BackupCommands.Backup(),
            BackupCommands.Restore(),
            ArchiveCommands.Export(),
            ArchiveCommands.Verify(),
            CreateAdminCommand.Create(),
        };
        foreach (var command in DemoBuild.Commands)
        {
            root.Add(command);
        }

        // What goes wrong is logged as it is for the portal itself.
        return root.Parse(args is ["help"] ? ["--help"] : args)
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
