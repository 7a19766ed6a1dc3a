using System.CommandLine;
using TradeSecretPilot.UseCases.Operations;

namespace TradeSecretPilot.Web.Host.Commands;

/// <summary>A batch in open formats, and the reading back of it.</summary>
internal static class ArchiveCommands
{
    public static Command Export()
    {
        var batch = new Option<int>("--batch")
        {
            Description = "批次序号。 Number of the batch: 1 for the first.",
            Required = true,
        };
        var to = new Option<FileInfo>("--to")
        {
            Description = "新的 ZIP 文件。 A ZIP file that is not there yet.",
            Required = true,
        };
        var command = new Command(
            "export-archive",
            "把一个批次导出为开放格式的归档（JSON、PDF、附件、清单）。 Writes a batch into an archive of open formats: JSON, PDF, files, manifest."
        )
        {
            batch,
            to,
        };
        command.SetAction(
            (asked, ct) => ExportAsync(asked.GetValue(batch), asked.GetValue(to)!, ct)
        );
        return command;
    }

    public static Command Verify()
    {
        var file = new Argument<FileInfo>("file") { Description = "归档文件。 The archive." };
        var command = new Command(
            "verify-archive",
            "核对归档，发现不一致时以非零退出。 Reads an archive back; exits non-zero when something is not as its manifest says."
        )
        {
            file,
        };
        command.SetAction((asked, ct) => VerifyAsync(asked.GetValue(file)!, ct));
        return command;
    }

    private static async Task<int> ExportAsync(int batch, FileInfo to, CancellationToken ct)
    {
        if (to.Exists)
        {
            await Console.Error.WriteLineAsync(
                "文件已存在，没有覆盖。 The file is there already; it was not overwritten."
            );
            return 1;
        }

        await using var host = CommandHost.Create();
        Result<BatchArchive.Manifest> written;
        await using (var stream = to.Create())
        {
            written = await host
                .Services.GetRequiredService<BatchArchive>()
                .WriteAsync(batch, stream, ct);
        }

        if (written.Refusal is { } refusal)
        {
            to.Delete();
            await Console.Error.WriteLineAsync($"{refusal.Zh} {refusal.En}");
            return 1;
        }

        var manifest = written.Value;
        foreach (var lacking in manifest.Lacking)
        {
            await Console.Error.WriteLineAsync($"未放入 Not put in: {lacking}");
        }

        await Console.Out.WriteLineAsync(
            $"已写入{manifest.Files.Count}个文件、{manifest.Rows.Values.Sum()}行，未能放入{manifest.Lacking.Count}项。 "
                + $"Wrote {manifest.Files.Count} files, {manifest.Rows.Values.Sum()} rows; {manifest.Lacking.Count} could not be put in."
        );
        return manifest.Lacking.Count == 0 ? 0 : 1;
    }

    private static async Task<int> VerifyAsync(FileInfo file, CancellationToken ct)
    {
        await using var stream = file.OpenRead();
        var read = await ArchiveReader.ReadAsync(stream, ct);
        foreach (var finding in read.Findings)
        {
            await Console.Out.WriteLineAsync($"不一致 Not as the manifest says: {finding}");
        }

        await Console.Out.WriteLineAsync(
            $"已核对{read.Manifest?.Files.Count ?? 0}个文件，{read.Findings.Count}处不一致。 "
                + $"Read {read.Manifest?.Files.Count ?? 0} files; {read.Findings.Count} do not agree."
        );
        return read.Findings.Count == 0 ? 0 : 1;
    }
}
