using System.CommandLine;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Host.Setup;

namespace TradeSecretPilot.Web.Host.Commands.Backup;

/// <summary>Makes a backup, and puts one back and examines what came of it.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var folder = Folder("备份写入的空文件夹 empty folder for the backup");
        var command = new Command(
            "backup",
            "备份数据库、文件和密钥，门户可以同时运行。 Backs up database, files and keys while the portal works."
        )
        {
            folder,
        };
        command.SetAction(
            (parsed, ct) =>
                RunAsync(async host =>
                {
                    var manifest = await Of(host)
                        .WriteAsync(Path.GetFullPath(parsed.GetValue(folder)!), ct);
                    await Console.Out.WriteLineAsync(
                        $"备份完成，共{manifest.Files.Count}个文件。 Done: {manifest.Files.Count} files."
                    );
                    return 0;
                })
        );
        return command;
    }

    public static Command Restore()
    {
        var folder = Folder("备份所在的文件夹 folder of the backup");
        var command = new Command(
            "restore",
            "把备份恢复到空数据库，并核验审计链和全部数据。 Puts a backup into an empty database, then checks trail, records and files."
        )
        {
            folder,
        };
        command.SetAction(
            (parsed, ct) =>
                RunAsync(async host =>
                {
                    var manifest = await Of(host)
                        .ReadAsync(Path.GetFullPath(parsed.GetValue(folder)!), ct);
                    await host.MigrateAsync(ct);
                    var found = await host.AsJobAsync(
                        VerifyRecords.Job,
                        (VerifyRecords act) => act.ExecuteAsync(ct)
                    );
                    await Console.Out.WriteLineAsync(
                        $"已恢复{manifest.Files.Count}个文件。 Restored {manifest.Files.Count} files."
                    );
                    return await CheckCommand.SayAsync(found);
                })
        );
        return command;
    }

    private static async Task<int> RunAsync(Func<CommandHost, Task<int>> act)
    {
        await using var host = CommandHost.Create();
        try
        {
            return await act(host);
        }
        catch (Exception e) when (e is BackupException or FileStoreException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static PortalBackup Of(CommandHost host)
    {
        var database = host.Services.GetRequiredService<DatabaseOptions>();
        var (configuration, environment) = (
            host.Services.GetRequiredService<IConfiguration>(),
            host.Services.GetRequiredService<IHostEnvironment>()
        );
        return new PortalBackup(
            database,
            host.Services.GetRequiredService<FileStore>(),
            database.Provider == DatabaseProvider.Sqlite
                ? PortalKeys.FolderOf(configuration, environment)
                : null,
            new PortalBackup.AuditFiles(
                PortalAudit.KeysOf(configuration, environment),
                PortalAudit.AnchorsOf(configuration, environment)
            )
        );
    }

    private static Argument<string> Folder(string description) =>
        new("folder") { Description = description };
}
