using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Operations;

/// <summary>A backup of a portal at work, put into another place, is that portal.</summary>
public sealed class BackupTests(Browser browser, Worlds worlds)
{
    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Worlds.Stores), MemberType = typeof(Worlds))]
    public async Task Backup_WhileThePortalWorks_IsPutBackElsewhere_AndChecked(Store store)
    {
        using var world = await worlds.CopyAsync(store, Worlds.Winter);
        var elsewhere = Directory.CreateTempSubdirectory("pilot-restored-");
        try
        {
            var backup = Path.Combine(elsewhere.FullName, "backup");
            await using (
                await PortalProcess.StartAsync(
                    Repository.PortalAssembly,
                    world.Settings,
                    world.Folder
                )
            )
            {
                await SucceedsAsync(world.Folder, world.Settings, "备份完成", "backup", backup);
            }

            var settings = await worlds.EmptyAsync(store);
            await SucceedsAsync(elsewhere.FullName, settings, "发现0处不一致", "restore", backup);
            await FailsAsync(elsewhere.FullName, settings, "目标数据库不是空的", "restore", backup);
            await using var portal = await PortalProcess.StartAsync(
                Repository.PortalAssembly,
                settings,
                elsewhere.FullName
            );
            await using var window = await browser.EnterAsync(
                portal.Address,
                "drafter.",
                "/reports"
            );
            Assert.NotEmpty(await window.FirstEditorAsync());
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Restore_OfAChangedBackup_IsRefused_AndNothingIsThere()
    {
        using var world = await worlds.CopyAsync(Store.Sqlite);
        var elsewhere = Directory.CreateTempSubdirectory("pilot-restored-");
        try
        {
            var backup = Path.Combine(elsewhere.FullName, "backup");
            await SucceedsAsync(world.Folder, world.Settings, "备份完成", "backup", backup);
            await FailsAsync(world.Folder, world.Settings, "不是空文件夹", "backup", backup);
            await File.AppendAllTextAsync(
                Directory.EnumerateFiles(Path.Combine(backup, "files", "blobs")).First(),
                "x",
                TestContext.Current.CancellationToken
            );

            await FailsAsync(elsewhere.FullName, world.Settings, "缺失或已改动", "restore", backup);

            File.Delete(Path.Combine(backup, "manifest.json"));
            await FailsAsync(
                elsewhere.FullName,
                world.Settings,
                "不是完整的备份",
                "restore",
                backup
            );
            Assert.False(Directory.Exists(Path.Combine(elsewhere.FullName, "files", "blobs")));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    private static async Task SucceedsAsync(
        string folder,
        IReadOnlyDictionary<string, string> settings,
        string said,
        params string[] command
    )
    {
        var (exitCode, output) = await PortalCommand.RunAsync(folder, settings, command);
        Assert.True(exitCode == 0 && output.Contains(said), output);
    }

    private static async Task FailsAsync(
        string folder,
        IReadOnlyDictionary<string, string> settings,
        string said,
        params string[] command
    )
    {
        var (exitCode, output) = await PortalCommand.RunAsync(folder, settings, command);
        Assert.True(exitCode == 1 && output.Contains(said), output);
        Assert.DoesNotContain("   at ", output);
    }
}
