using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace TradeSecretPilot.UseCases.Rendering.Typst;

/// <summary>The worker died, or its answer cannot be trusted; it must not be used again.</summary>
internal sealed class WorkerLostException(string message, Exception? inner = null)
    : Exception(message, inner);

/// <summary>
/// One Node process that typesets one document at a time. Whoever holds it asks, and reads the whole answer; after any
/// exception it is to be disposed, never used again, since the pipe may hold the rest of another answer.
/// </summary>
internal sealed class TypstWorker : IAsyncDisposable
{
    private const int HeaderMaxLength = 64 * 1024;
    private const int DocumentMaxLength = 256 * 1024 * 1024;
    private const int ErrorsKept = 4000;
    private static readonly TimeSpan LastWordsPatience = TimeSpan.FromSeconds(2);
    private const string UnreachableProxy = "http://127.0.0.1:9";

    // The worker gets no more of the portal's environment than it needs: no connection strings, no passwords.
    private static readonly string[] Inherited =
    [
        "PATH",
        "HOME",
        "LANG",
        "LC_ALL",
        "TMPDIR",
        "TEMP",
        "SystemRoot",
        "XDG_DATA_HOME",
    ];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly ILogger _logger;

    private TypstWorker(Process process, ILogger logger)
    {
        _process = process;
        _logger = logger;
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Families that the machine has, by role.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fonts { get; private set; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Documents asked for so far.</summary>
    public int Documents { get; private set; }

    /// <summary>Memory of the process after its latest document. Megabytes.</summary>
    public int Megabytes { get; private set; }

    public int ProcessId => _process.Id;

    /// <summary>Starts a worker and waits until it is ready.</summary>
    /// <exception cref="WorkerLostException">It could not be started.</exception>
    public static async Task<TypstWorker> StartAsync(
        DocumentOptions options,
        ILogger logger,
        CancellationToken ct
    )
    {
        var folder = Path.GetFullPath(options.Folder);
        var start = new ProcessStartInfo(options.Node)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "--expose-gc", "--max-old-space-size=192", "worker.mjs" },
        };
        Isolate(start.Environment);
        TypstWorker worker;
        try
        {
            worker = new TypstWorker(Process.Start(start)!, logger);
        }
        catch (Exception e)
            when (e is System.ComponentModel.Win32Exception or DirectoryNotFoundException)
        {
            throw new WorkerLostException($"{options.Node} cannot be started.", e);
        }

        try
        {
            await worker.ConfigureAsync(options, folder, ct);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Typesets one document.</summary>
    /// <exception cref="WorkerLostException">The worker died, or answered something else.</exception>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    public async Task<(Answer Answer, byte[]? Content)> AskAsync(
        string template,
        JsonElement data,
        RenderFormat format,
        CancellationToken ct
    )
    {
        Documents++;
        var id = Guid.NewGuid().ToString("N");
        return await GuardAsync(async () =>
        {
            await WriteAsync(
                new
                {
                    id,
                    template,
                    format = format == RenderFormat.Svg ? "svg" : "pdf",
                    data,
                },
                ct
            );
            var answer = await ReadJsonAsync<Answer>(ct);
            if (answer.Id != id)
            {
                throw new WorkerLostException("The worker answered another request.");
            }

            Megabytes = answer.Megabytes;
            if (answer.Error is not null)
            {
                return (answer, null);
            }

            var content = await ReadFrameAsync(DocumentMaxLength, ct);
            return
                content.Length == answer.Length
                && string.Equals(
                    Convert.ToHexString(SHA256.HashData(content)),
                    answer.Sha256,
                    StringComparison.OrdinalIgnoreCase
                )
                ? (answer, (byte[]?)content)
                : throw new WorkerLostException("The document arrived damaged.");
        });
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }

            await _process.WaitForExitAsync();
        }
        catch (Exception e)
            when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            _logger.LogDebug(e, "The worker had ended already");
        }

        _process.Dispose();
    }

    private static void Isolate(IDictionary<string, string?> environment)
    {
        var kept = Inherited
            .Where(environment.ContainsKey)
            .Select(name => KeyValuePair.Create(name, environment[name]))
            .ToList();
        environment.Clear();
        foreach (var (name, value) in kept)
        {
            environment[name] = value;
        }

        // The compiler would fetch packages; nothing listens behind this door.
        foreach (var name in (string[])["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"])
        {
            environment[name] = UnreachableProxy;
            environment[name.ToLowerInvariant()] = UnreachableProxy;
        }
    }

    private async Task ConfigureAsync(
        DocumentOptions options,
        string folder,
        CancellationToken ct
    ) =>
        Fonts = await GuardAsync(async () =>
        {
            await WriteAsync(
                new
                {
                    folder,
                    fontFolders = DocumentFonts.Split(options.FontFolders),
                    fonts = options.Fonts.Candidates,
                },
                ct
            );
            return (await ReadJsonAsync<Hello>(ct)).Fonts;
        });

    private async Task<T> GuardAsync<T>(Func<Task<T>> exchange)
    {
        try
        {
            return await exchange();
        }
        catch (Exception e) when (e is IOException or JsonException or ObjectDisposedException)
        {
            string errors;
            await LastWordsAsync();
            lock (_errors)
            {
                errors = _errors.ToString();
            }

            throw new WorkerLostException($"The worker ended. {errors}".Trim(), e);
        }
    }

    /// <summary>What a dying worker has to say arrives after its output has ended.</summary>
    private async Task LastWordsAsync()
    {
        using var patience = new CancellationTokenSource(LastWordsPatience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            // Still running; its owner ends it.
        }
    }

    private async Task WriteAsync<T>(T message, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, Json);
        var frame = new byte[sizeof(uint) + body.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)body.Length);
        body.CopyTo(frame, sizeof(uint));
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(frame, ct);
        await input.FlushAsync(ct);
    }

    private async Task<T> ReadJsonAsync<T>(CancellationToken ct) =>
        JsonSerializer.Deserialize<T>(await ReadFrameAsync(HeaderMaxLength, ct), Json)
        ?? throw new WorkerLostException("The worker answered nothing.");

    private async Task<byte[]> ReadFrameAsync(int maxLength, CancellationToken ct)
    {
        var output = _process.StandardOutput.BaseStream;
        var head = new byte[sizeof(uint)];
        await output.ReadExactlyAsync(head, ct);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (length > maxLength)
        {
            throw new WorkerLostException($"The worker announced {length} bytes.");
        }

        var body = new byte[length];
        await output.ReadExactlyAsync(body, ct);
        return body;
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_errors)
        {
            if (_errors.Length < ErrorsKept)
            {
                _errors.AppendLine(line);
            }
        }

        _logger.LogWarning("Typst worker: {Line}", line);
    }

    private sealed record Hello(IReadOnlyDictionary<string, IReadOnlyList<string>> Fonts);

    /// <summary>What the worker says of a document.</summary>
    public sealed record Answer(
        string Id,
        int Pages,
        int Length,
        string? Sha256,
        int Megabytes,
        AnswerError? Error
    );

    /// <param name="Kind"><c>glyph</c>, <c>template</c> or <c>failed</c>.</param>
    /// <param name="Glyphs">Characters that no font can show.</param>
    public sealed record AnswerError(string Kind, string Message, IReadOnlyList<string> Glyphs);
}
