using System.Diagnostics;
using System.Text;

namespace TradeSecretPilot.Testing;

/// <summary>
/// A server that a test starts. It ends with <see cref="DisposeAsync"/>, and also when the test process dies without a word:
/// a small shell stands between, and the end of its input, which only this process holds open, is its order to stop the
/// program and to remove its folder.
/// </summary>
internal sealed class SupervisedProcess : IAsyncDisposable
{
    // Arguments: folder to remove ("" for none), signal that ends the program, the program and its arguments.
    // A background command of sh has no input of its own, so the pipe is passed on as descriptor 3.
    private const string Supervisor = """
        folder=$1 signal=$2
        shift 2
        exec 3<&0
        "$@" </dev/null 3<&- &
        program=$!
        (
            while read -r _ <&3; do :; done
            kill -s "$signal" "$program"
            patience=300
            while kill -0 "$program" && [ "$patience" -gt 0 ]; do
                sleep 0.1
                patience=$((patience - 1))
            done
            kill -s KILL "$program"
        ) 2>/dev/null >&2 &
        watcher=$!
        wait "$program"
        code=$?
        kill "$watcher" 2>/dev/null
        [ -z "$folder" ] || rm -rf "$folder"
        exit "$code"
        """;

    /// <summary>The supervisor itself kills the program after thirty seconds.</summary>
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(60);

    private readonly Process _supervisor;
    private readonly StringBuilder _log = new();
    private bool _ended;

    private SupervisedProcess(Process supervisor) => _supervisor = supervisor;

    public bool HasExited => _supervisor.HasExited;

    public int ExitCode => _supervisor.ExitCode;

    /// <summary>What the program has written so far, both streams in the order of arrival.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <param name="command">The program and its arguments.</param>
    /// <param name="stopSignal">The signal that asks the program to end; after thirty seconds it is killed.</param>
    /// <param name="folderToRemove">Removed once the program has ended, however it ended.</param>
    public static SupervisedProcess Start(
        IReadOnlyList<string> command,
        string stopSignal = "TERM",
        string? folderToRemove = null,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        // A session of its own: a signal to the group of the test run must not end the supervisor before it has cleaned up.
        var start = new ProcessStartInfo("setsid")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = workingDirectory ?? Path.GetTempPath(),
        };
        string[] supervisor =
        [
            "sh",
            "-c",
            Supervisor,
            "supervisor",
            folderToRemove ?? "",
            stopSignal,
        ];
        foreach (var argument in supervisor.Concat(command))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = new SupervisedProcess(new Process { StartInfo = start });
        process._supervisor.OutputDataReceived += process.Append;
        process._supervisor.ErrorDataReceived += process.Append;
        process._supervisor.Start();
        process._supervisor.BeginOutputReadLine();
        process._supervisor.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote.</exception>
    public static async Task RunAsync(IReadOnlyList<string> command)
    {
        await using var process = Start(command);
        await process._supervisor.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{string.Join(' ', command)} ended with {process.ExitCode}: {process.Log}"
            );
        }
    }

    /// <summary>Waits until the condition holds.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or the time was up; the message holds its log.</exception>
    public async Task WaitUntilAsync(Func<Task<bool>> condition, string what, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (HasExited)
            {
                throw new InvalidOperationException(
                    $"Ended with {ExitCode} before it was {what}.\n{Log}"
                );
            }

            if (clock.Elapsed > patience)
            {
                throw new InvalidOperationException($"Not {what} after {patience}.\n{Log}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Ends it; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        if (!_supervisor.HasExited)
        {
            _supervisor.StandardInput.Close();
        }

        using var patience = new CancellationTokenSource(EndPatience);
        try
        {
            await _supervisor.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Something that the program started holds on to its output.
            _supervisor.Kill(entireProcessTree: true);
        }

        _supervisor.Dispose();
    }

    private void Append(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            lock (_log)
            {
                _log.AppendLine(line.Data);
            }
        }
    }
}
