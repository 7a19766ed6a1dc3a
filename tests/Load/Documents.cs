using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Typst;

namespace TradeSecretPilot.Load;

/// <summary>Official documents by the hundred, as at the end of a stage.</summary>
internal static class Documents
{
    private const int Paragraphs = 42;
    private const int Rows = 60;
    private const double Mebibyte = 1024 * 1024;

    private static readonly string Text = string.Concat(
        Enumerable.Repeat("健全商业秘密保护工作机制，加强部门联动和监管执法，", 5)
    );

    /// <returns>0 when every document was made.</returns>
    public static async Task<int> RunAsync(int count)
    {
        var options = new DocumentOptions { Folder = EngineFolder() };
        await using var renderer = new DocumentRenderer(
            options,
            NullLogger<DocumentRenderer>.Instance
        );
        var status = await renderer.CheckAsync(CancellationToken.None);
        if (!status.IsComplete)
        {
            await Console.Error.WriteLineAsync($"Missing: {status.En}. Run {EngineStatus.Remedy}.");
            return 2;
        }

        var printer = new DocumentPrinter(renderer, options);
        using var done = new CancellationTokenSource();
        var memory = WatchMemoryAsync(done.Token);
        var clock = Stopwatch.StartNew();
        var made = await Task.WhenAll(
            Enumerable
                .Range(1, count)
                .Select(i =>
                    printer.PrintAsync(Document(i), FileFormat.Pdf, CancellationToken.None)
                )
        );
        var elapsed = clock.Elapsed;
        await done.CancelAsync();
        var (largest, own) = await memory;
        var failed = made.Count(m => m.Refusal is not null);
        Console.WriteLine(
            $"{count - failed} documents in {elapsed.TotalSeconds:F1} s with {options.Workers} workers"
                + $" on {Environment.ProcessorCount} cores: {elapsed.TotalSeconds / count * options.Workers:F2} s a document and worker;"
                + $" at most {largest / Mebibyte:F0} MiB in all, {own / Mebibyte:F0} MiB of it this program; {failed} failed"
        );
        return failed == 0 ? 0 : 1;
    }

    /// <summary>About twelve pages, no two alike.</summary>
    private static OfficialDocument Document(int number) =>
        new()
        {
            Form = DocumentForm.Plan,
            FileName = $"示例{number}",
            TitleLines = [$"示例{number}市", "商业秘密保护创新试点工作方案"],
            Author = $"示例{number}市人民政府",
            Subject = "示例",
            Date = new DateOnly(2022, 4, 20),
            Cover = new CoverPage(
                "全国商业秘密保护创新试点申报书",
                [new("申报单位", $"示例{number}市人民政府")]
            ),
            Body =
            [
                new Heading(1, "一、基础和优势"),
                .. Enumerable
                    .Range(1, Paragraphs)
                    .Select(i => new Paragraph($"（示例{number}.{i}）{Text}")),
                new Table(
                    [new("序号", 10, Align.Center), new("举措", 60), new("责任单位", 30)],
                    [
                        .. Enumerable
                            .Range(1, Rows)
                            .Select(i =>
                                (IReadOnlyList<string>)
                                    [$"{i}", $"示例举措{number}.{i}", "市场监管局"]
                            ),
                    ]
                ),
            ],
            Signature = new Signature($"示例{number}市人民政府", "2022年4月20日"),
        };

    /// <summary>The largest sum of resident memory of this program and its workers, and this program's part of it. Shared pages count in each.</summary>
    private static async Task<(long All, long Own)> WatchMemoryAsync(CancellationToken until)
    {
        (long All, long Own) largest = (0, 0);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await beat.WaitForNextTickAsync(until))
            {
                using var self = Process.GetCurrentProcess();
                var workers = Process
                    .GetProcessesByName("node")
                    .Where(p => IsChildOf(p.Id, self.Id))
                    .Sum(p => p.WorkingSet64);
                if (self.WorkingSet64 + workers > largest.All)
                {
                    largest = (self.WorkingSet64 + workers, self.WorkingSet64);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Everything is made.
        }

        return largest;
    }

    private static bool IsChildOf(int process, int parent)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ')[1]
                == $"{parent}";
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string EngineFolder() =>
        Path.Combine(SourceTree.Source, "TradeSecretPilot.UseCases/Rendering/Typst/Engine");
}
