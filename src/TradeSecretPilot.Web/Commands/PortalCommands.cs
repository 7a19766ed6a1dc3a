using System.CommandLine;

namespace TradeSecretPilot.Web.Commands;

/// <summary>The portal's command line. Without a command the portal starts.</summary>
public static class PortalCommands
{
    private static readonly string[] Names =
    [
        "migrate",
        "rehearse",
        "verify-audit",
        "create-admin",
        "help",
    ];

    /// <summary>Whether the arguments name a command; the rest are settings of the host.</summary>
    public static bool Asked(string[] args) =>
        args.Length > 0
        && (Names.Contains(args[0], StringComparer.Ordinal) || args[0] is "--help" or "-h" or "-?");

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("全国商业秘密保护创新试点管理平台 (TradeSecretPilot)")
        {
            MigrateCommand.Create(),
            RehearseCommand.Create(),
            VerifyAuditCommand.Create(),
            CreateAdminCommand.Create(),
        };
        return root.Parse(args is ["help"] ? ["--help"] : args).InvokeAsync();
    }
}
