using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>A ClamAV daemon that knows one virus, an invented one; nothing is downloaded.</summary>
internal sealed class ScannerDaemon : IAsyncDisposable
{
    /// <summary>What makes a file infected.</summary>
    public const string Virus = "SHILI-VIRUS-FOR-TESTS";

    private const string Program = "/usr/sbin/clamd";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SupervisedProcess _process;

    private ScannerDaemon(SupervisedProcess process, ScannerOptions options) =>
        (_process, Options) = (process, options);

    public ScannerOptions Options { get; }

    public static async Task<ScannerDaemon> StartAsync()
    {
        Assert.True(
            File.Exists(Program),
            $"{Program} is missing: apt install clamav-daemon, or run tests/run.sh, which does."
        );
        var options = new ScannerOptions { Host = "127.0.0.1", Port = Loopback.FreePort() };
        var folder = Directory.CreateTempSubdirectory("pilot-scanner-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "test.ndb"),
            $"Shili.Test:0:*:{Convert.ToHexString(Encoding.ASCII.GetBytes(Virus))}\n"
        );
        var settings = Path.Combine(folder.FullName, "clamd.conf");
        await File.WriteAllTextAsync(
            settings,
            $"""
            TCPAddr 127.0.0.1
            TCPSocket {options.Port}
            DatabaseDirectory {folder.FullName}
            Foreground yes
            StreamMaxLength 60M

            """
        );
        var daemon = new ScannerDaemon(
            SupervisedProcess.Start([Program, "-c", settings], folderToRemove: folder.FullName),
            options
        );
        var scanner = new VirusScanner(options, NullLogger<VirusScanner>.Instance);
        await daemon._process.WaitUntilAsync(
            () => scanner.AnswersAsync(CancellationToken.None),
            "answering",
            Patience
        );
        return daemon;
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
