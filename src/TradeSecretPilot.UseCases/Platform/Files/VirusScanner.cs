using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>What a scanner says of a file.</summary>
public enum ScanVerdict
{
    Clean = 1,

    Infected = 2,

    /// <summary>It did not say: not reached, too slow, or it took the file for too large.</summary>
    Unknown = 3,
}

/// <summary>
/// ClamAV by its own protocol (clamd: <c>INSTREAM</c>, <c>PING</c>). Without a host nothing is looked through, and the system
/// administrator is told so.
/// </summary>
public sealed class VirusScanner(ScannerOptions options, ILogger<VirusScanner> logger)
{
    private const int PieceLength = 64 * 1024;

    /// <summary>Answers are one short line.</summary>
    private const int LongestAnswer = 4096;

    public ScannerOptions Options { get; } = options;

    /// <summary>Looks through a file. Never throws on account of the scanner.</summary>
    /// <param name="content">From where it stands to its end.</param>
    /// <param name="ct">The sender has left.</param>
    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken ct)
    {
        var answer = await AskAsync(
            "zINSTREAM\0",
            async (stream, token) =>
            {
                var piece = new byte[sizeof(int) + PieceLength];
                int read;
                do
                {
                    read = await content.ReadAsync(piece.AsMemory(sizeof(int)), token);
                    BinaryPrimitives.WriteInt32BigEndian(piece, read);
                    await stream.WriteAsync(piece.AsMemory(0, sizeof(int) + read), token);
                } while (read > 0);
            },
            ct
        );
        var verdict = answer switch
        {
            not null when answer.EndsWith(" FOUND", StringComparison.Ordinal) =>
                ScanVerdict.Infected,
            not null when answer.EndsWith(": OK", StringComparison.Ordinal) => ScanVerdict.Clean,
            _ => ScanVerdict.Unknown,
        };
        if (verdict != ScanVerdict.Clean)
        {
            logger.LogWarning("The scanner says {Verdict} of a file: {Answer}", verdict, answer);
        }

        return verdict;
    }

    /// <summary>Whether it is there.</summary>
    public async Task<bool> AnswersAsync(CancellationToken ct) =>
        await AskAsync("zPING\0", (_, _) => Task.CompletedTask, ct) == "PONG";

    /// <returns>Its answer; null when there was none.</returns>
    private async Task<string?> AskAsync(
        string command,
        Func<NetworkStream, CancellationToken, Task> send,
        CancellationToken ct
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(Options.TimeoutSeconds));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Options.Host!, Options.Port, patience.Token);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command), patience.Token);
            await send(stream, patience.Token);
            return await ReadAsync(stream, patience.Token);
        }
        catch (Exception e)
            when (e is SocketException or IOException
                || (e is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            logger.LogError(e, "The virus scanner does not answer");
            return null;
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken ct)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length)
        {
            var read = await stream.ReadAsync(answer.AsMemory(length), ct);
            length += read;
            if (read == 0 || answer[length - 1] == 0)
            {
                break;
            }
        }

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }
}
