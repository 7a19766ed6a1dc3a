using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.UseCases.Platform.Telemetry;

namespace TradeSecretPilot.UseCases.Rendering.Typst;

/// <summary>What a document is typeset into.</summary>
public enum RenderFormat
{
    /// <summary>PDF/A-2a, tagged: the document itself.</summary>
    Pdf = 1,

    /// <summary>All pages in one picture, for the preview.</summary>
    Svg = 2,
}

/// <summary>A typeset document.</summary>
/// <param name="MissingGlyphs">Characters that no font shows; with any of them there is no content.</param>
public sealed record RenderedDocument(
    byte[] Content,
    int Pages,
    IReadOnlyList<string> MissingGlyphs
);

/// <summary>
/// Template and data into a document, byte for byte the same for the same data. A small pool of workers, each started when
/// it is needed; one that hangs, dies or grows is replaced, and only its own document is affected.
/// </summary>
public sealed class DocumentRenderer : IAsyncDisposable
{
    private const int Attempts = 2;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(30);

    private readonly DocumentOptions _options;
    private readonly ILogger<DocumentRenderer> _logger;
    private readonly SemaphoreSlim _seats;
    private readonly Stack<Slot> _free = new();
    private readonly Timer _idle;
    private EngineStatus? _status;
    private long _checkedAt;

    public DocumentRenderer(DocumentOptions options, ILogger<DocumentRenderer> logger)
    {
        _options = options;
        _logger = logger;
        _seats = new SemaphoreSlim(options.Workers);
        for (var i = 0; i < options.Workers; i++)
        {
            _free.Push(new Slot());
        }

        _idle = new Timer(_ => _ = RetireIdleAsync(), null, CheckEvery, CheckEvery);
    }

    /// <summary>What was found out last; null before anything was.</summary>
    public EngineStatus? Status => _status;

    /// <summary>Typesets <paramref name="data"/> with a template of the engine's folder.</summary>
    /// <param name="template">Name of the file, such as <c>letter.typ</c>.</param>
    /// <param name="data">The document as JSON. It is data to the template, never markup.</param>
    /// <param name="format">What to make of it.</param>
    /// <param name="ct">Ends the waiting only: the worker is not interrupted and stays usable.</param>
    public async Task<Result<RenderedDocument>> RenderAsync(
        string template,
        JsonElement data,
        RenderFormat format,
        CancellationToken ct
    )
    {
        using var run = PilotTelemetry.StartDocument(template, format.ToString());
        try
        {
            await _seats.WaitAsync(ct);
            var rendered = await RunAsync(TakeSlot(), template, data, format).WaitAsync(ct);
            if (rendered.Refusal is { } refusal)
            {
                run.Outcome = "refused";
                run.Tag("portal.refusal", refusal.Code);
            }
            else
            {
                PilotTelemetry.CountPages(template, rendered.Value.Pages);
            }

            return rendered;
        }
        catch (OperationCanceledException)
        {
            run.Outcome = "left";
            throw;
        }
    }

    /// <summary>Whether documents can be made here; starts a worker to find out, and remembers that they can.</summary>
    public async Task<EngineStatus> CheckAsync(CancellationToken ct)
    {
        if (_status is { } known && (known.IsComplete || !IsOver(_checkedAt, CheckEvery)))
        {
            return known;
        }

        await _seats.WaitAsync(ct);
        var seat = TakeSlot();
        try
        {
            await EnsureWorkerAsync(seat);
        }
        catch (Exception e) when (e is WorkerLostException or OperationCanceledException)
        {
            _logger.LogWarning(e, "Official documents cannot be made");
        }
        finally
        {
            Leave(seat);
        }

        return _status ?? new EngineStatus([EngineGap.Compiler]);
    }

    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync();
        for (var i = 0; i < _options.Workers; i++)
        {
            await _seats.WaitAsync();
            await DropAsync(TakeSlot());
        }

        _seats.Dispose();
    }

    /// <summary>Never throws, so that the seat is always given back.</summary>
    private async Task<Result<RenderedDocument>> RunAsync(
        Slot seat,
        string template,
        JsonElement data,
        RenderFormat format
    )
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await TypesetAsync(seat, template, data, format);
                }
                catch (WorkerLostException e)
                {
                    _logger.LogWarning(e, "A worker was lost over {Template}", template);
                    await DropAsync(seat);
                    if (attempt == Attempts)
                    {
                        return _status is { IsReady: false } status
                            ? RenderRefusals.EngineMissing(status)
                            : RenderRefusals.Failed();
                    }
                }
                catch (OperationCanceledException)
                {
                    // The same document would hang the next worker too.
                    _logger.LogError(
                        "{Template} took longer than {Seconds} s",
                        template,
                        _options.TimeoutSeconds
                    );
                    await DropAsync(seat);
                    return RenderRefusals.TimedOut(_options.TimeoutSeconds);
                }
            }
        }
        catch (Exception e)
        {
            _logger.LogError(e, "{Template} failed", template);
            await DropAsync(seat);
            return RenderRefusals.Failed();
        }
        finally
        {
            Leave(seat);
        }
    }

    private async Task<Result<RenderedDocument>> TypesetAsync(
        Slot seat,
        string template,
        JsonElement data,
        RenderFormat format
    )
    {
        var worker = await EnsureWorkerAsync(seat);
        if (_status is { IsReady: false } status)
        {
            return RenderRefusals.EngineMissing(status);
        }

        using var patience = new CancellationTokenSource(
            TimeSpan.FromSeconds(_options.TimeoutSeconds)
        );
        var (answer, content) = await worker.AskAsync(template, data, format, patience.Token);
        if (
            worker.Documents >= _options.DocumentsPerWorker
            || worker.Megabytes > _options.WorkerMegabytes
        )
        {
            await DropAsync(seat);
        }

        if (answer.Error is not { } error)
        {
            return new RenderedDocument(content!, answer.Pages, []);
        }

        if (error.Glyphs.Count > 0)
        {
            return new RenderedDocument([], 0, error.Glyphs);
        }

        _logger.LogError("{Template}: {Kind}: {Message}", template, error.Kind, error.Message);
        return RenderRefusals.Failed();
    }

    /// <exception cref="WorkerLostException">None could be started; the status says what is missing.</exception>
    private async Task<TypstWorker> EnsureWorkerAsync(Slot seat)
    {
        if (seat.Worker is { } present)
        {
            return present;
        }

        using var patience = new CancellationTokenSource(StartPatience);
        try
        {
            seat.Worker = await TypstWorker.StartAsync(_options, _logger, patience.Token);
            Note(GapsOf(seat.Worker.Fonts));
            return seat.Worker;
        }
        catch (WorkerLostException lost)
        {
            if (GapOf(lost) is { } gap)
            {
                Note([gap]);
            }

            throw;
        }
    }

    /// <summary>What is missing when a worker does not start; null when one merely died.</summary>
    private EngineGap? GapOf(WorkerLostException lost) =>
        lost.InnerException is System.ComponentModel.Win32Exception ? EngineGap.Node
        : !Path.Exists(Path.Combine(_options.Folder, "node_modules"))
        || lost.Message.Contains("Cannot find", StringComparison.Ordinal)
            ? EngineGap.Compiler
        : null;

    private static IReadOnlyList<EngineGap> GapsOf(
        IReadOnlyDictionary<string, IReadOnlyList<string>> fonts
    ) =>
        fonts["song"].Count == 0 && fonts["hei"].Count == 0 ? [EngineGap.ChineseFonts]
        : fonts["fangSong"].Count == 0 || fonts["kai"].Count == 0 ? [EngineGap.OfficialFaces]
        : [];

    private void Note(IReadOnlyList<EngineGap> gaps)
    {
        _status = new EngineStatus(gaps);
        _checkedAt = Stopwatch.GetTimestamp();
    }

    private static bool IsOver(long since, TimeSpan span) => Stopwatch.GetElapsedTime(since) > span;

    // The latest one first: the others may grow idle and end.
    private Slot TakeSlot()
    {
        lock (_free)
        {
            return _free.Pop();
        }
    }

    private void Leave(Slot seat)
    {
        seat.LeftAt = Stopwatch.GetTimestamp();
        lock (_free)
        {
            _free.Push(seat);
        }

        _seats.Release();
    }

    private static async Task DropAsync(Slot seat)
    {
        if (seat.Worker is { } worker)
        {
            seat.Worker = null;
            await worker.DisposeAsync();
        }
    }

    private async Task RetireIdleAsync()
    {
        var idle = TimeSpan.FromSeconds(_options.IdleSeconds);
        List<TypstWorker> retired = [];
        lock (_free)
        {
            foreach (var seat in _free.Where(s => s.Worker is not null && IsOver(s.LeftAt, idle)))
            {
                retired.Add(seat.Worker!);
                seat.Worker = null;
            }
        }

        foreach (var worker in retired)
        {
            await worker.DisposeAsync();
        }
    }

    /// <summary>Room for one worker.</summary>
    private sealed class Slot
    {
        public TypstWorker? Worker { get; set; }

        /// <summary>Timestamp of the latest use.</summary>
        public long LeftAt { get; set; }
    }
}
