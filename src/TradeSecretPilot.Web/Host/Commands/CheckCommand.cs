using System.CommandLine;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.Web.Host.Commands;

internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command(
            "check",
            "检查全部数据和文件，发现不一致时以非零退出。 Checks all records and files; exits non-zero when something does not agree."
        );
        command.SetAction(
            async (_, ct) =>
            {
                await using var host = CommandHost.Create();
                try
                {
                    var found = await host.AsJobAsync(
                        VerifyRecords.Job,
                        (VerifyRecords act) => act.ExecuteAsync(ct)
                    );
                    return await SayAsync(found);
                }
                catch (FileStoreException e)
                {
                    await Console.Error.WriteLineAsync(
                        $"文件存储不可用，检查没有完成。 The store of files does not serve; the check was not finished. {e.Message}"
                    );
                    return 1;
                }
            }
        );
        return command;
    }

    /// <summary>Writes what was found.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> SayAsync(VerifyRecords.View found)
    {
        foreach (var finding in found.Findings)
        {
            await Console.Out.WriteLineAsync($"{WordsOf(finding.Fault)} {finding.Subject}");
        }

        await Console.Out.WriteLineAsync(
            $"已检查{found.Versions}个版本、{found.Receipts}张回执、{found.Files}个文件、{found.AuditEntries}条审计记录，发现{found.Findings.Count}处不一致。 "
                + $"Checked {found.Versions} versions, {found.Receipts} receipts, {found.Files} files, {found.AuditEntries} audit entries; {found.Findings.Count} do not agree."
        );
        return found.Findings.Count == 0 ? 0 : 1;
    }

    private static string WordsOf(RecordFault fault) =>
        fault switch
        {
            RecordFault.TextChanged => "定稿内容与指纹不符 A frozen text was changed:",
            RecordFault.VersionsMissing => "版本不连续 Versions are missing:",
            RecordFault.ReceiptDiffers => "回执缺失或与版本不符 No receipt, or another's:",
            RecordFault.VersionOfReceiptMissing =>
                "回执所指的版本不存在 A receipt without its version:",
            RecordFault.FiguresDiffer => "汇总数字与报告不符 Figures are not those of the report:",
            RecordFault.FileMissing => "文件缺失 A file is missing:",
            RecordFault.FileChanged => "文件与指纹不符 A file was changed:",
            RecordFault.DueKeyDiffers => "到期事项的键不符 A due action under another key:",
            RecordFault.AuditBroken => "审计链断开 The audit chain is broken:",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };
}
