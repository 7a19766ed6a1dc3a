using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TradeSecretPilot.Load;

/// <summary>
/// Holds one circuit open as a browser does, without being one: it loads the page, starts the circuit, acknowledges every
/// batch, and answers calls of scripts with nothing. It keeps no picture of the page.
/// </summary>
internal sealed partial class CircuitClient : IAsyncDisposable
{
    /// <summary>The type of answer that a call of a script wants when it wants an object of the browser's.</summary>
    private const long ObjectReference = 1;

    private const byte RecordSeparator = 0x1e;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _left = new();
    private readonly TaskCompletionSource<bool> _started = new();
    private readonly TaskCompletionSource _drawn = new();
    private readonly List<string> _markers = [];
    private string _state = "";
    private long _lastBatch;
    private long _objects;
    private Task _receiving = Task.CompletedTask;
    private Task _beating = Task.CompletedTask;

    /// <summary>Opens a page and waits until its circuit has drawn it and is quiet.</summary>
    public static async Task<CircuitClient> OpenAsync(
        HttpClient client,
        CookieContainer cookies,
        string path
    )
    {
        var circuit = new CircuitClient();
        await circuit.StartAsync(client, cookies, path);
        return circuit;
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await Task.WhenAll(_receiving, _beating);
        _socket.Dispose();
        _left.Dispose();
        _sending.Dispose();
    }

    private async Task StartAsync(HttpClient client, CookieContainer cookies, string path)
    {
        if (client.BaseAddress is not { IsLoopback: true })
        {
            throw new InvalidOperationException("Only a portal on this machine is put under load.");
        }

        using var time = new CancellationTokenSource(Patience);
        var page = new Uri(client.BaseAddress!, path);
        var html = await client.GetStringAsync(page, time.Token);
        _markers.AddRange(
            Marker()
                .Matches(html)
                .Select(m => m.Groups["marker"].Value)
                .Where(m => m.Contains("\"type\":\"server\"", StringComparison.Ordinal))
        );
        _state = State().Match(html).Groups["state"].Value;
        using var negotiated = await client.PostAsync(
            new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative),
            new StringContent(""),
            time.Token
        );
        using var answer = JsonDocument.Parse(
            await negotiated.Content.ReadAsStringAsync(time.Token)
        );
        var token = answer.RootElement.GetProperty("connectionToken").GetString()!;
        _socket.Options.Cookies = cookies;
        await _socket.ConnectAsync(
            new Uri($"ws://{page.Authority}/_blazor?id={Uri.EscapeDataString(token)}"),
            time.Token
        );
        await SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"),
            WebSocketMessageType.Text
        );
        _receiving = ReceiveAsync();
        await SendAsync(
            BlazorPack.Call(
                "0",
                "StartCircuit",
                new Uri(client.BaseAddress!, "/").ToString(),
                page.ToString(),
                "[]",
                _state
            )
        );
        if (!await _started.Task.WaitAsync(time.Token))
        {
            throw new InvalidOperationException($"{path}: the server started no circuit.");
        }

        await _drawn.Task.WaitAsync(time.Token);
        while (TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lastBatch)) < Quiet)
        {
            await Task.Delay(Quiet, TimeProvider.System, time.Token);
        }

        _beating = BeatAsync();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        var greeted = false;
        try
        {
            while (!_left.IsCancellationRequested)
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                var received = await _socket.ReceiveAsync(buffer.AsMemory(length), _left.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    throw new InvalidOperationException("The server closed the circuit.");
                }

                length += received.Count;
                if (!received.EndOfMessage)
                {
                    continue;
                }

                if (!greeted)
                {
                    // The answer to the handshake ends with a record separator; messages may follow in the same frame.
                    var end = Array.IndexOf(buffer, RecordSeparator, 0, length) + 1;
                    Buffer.BlockCopy(buffer, end, buffer, 0, length - end);
                    length -= end;
                    greeted = true;
                }

                var reader = new PackReader(buffer, length);
                while (!reader.AtEnd)
                {
                    await HandleAsync(reader.Message());
                }

                length = 0;
            }
        }
        catch (OperationCanceledException)
        {
            // Left.
        }
        catch (Exception e)
        {
            _started.TrySetException(e);
            _drawn.TrySetException(e);
        }
    }

    private async Task HandleAsync(object?[] message)
    {
        switch (message[0])
        {
            case 3L:
                _started.TrySetResult(message is [_, _, _, 3L, string { Length: > 0 }, ..]);
                return;
            case 1L:
                break;
            default:
                return;
        }

        var arguments = (object?[])message[4]!;
        switch (message[3])
        {
            case "JS.RenderBatch":
                Volatile.Write(ref _lastBatch, TimeProvider.System.GetTimestamp());
                await SendAsync(BlazorPack.Call(null, "OnRenderCompleted", arguments[0], null));
                break;
            case "JS.EndUpdateRootComponents":
                _drawn.TrySetResult();
                break;
            case "JS.BeginInvokeJS":
                await AnswerAsync(arguments);
                break;
            case "JS.Error":
                throw new InvalidOperationException($"The circuit failed: {arguments[0]}");
        }
    }

    private async Task AnswerAsync(object?[] call)
    {
        if (call[0] is long handle and not 0)
        {
            var result = call[3] is ObjectReference ? $"{{\"__jsObjectId\":{++_objects}}}" : "null";
            await SendAsync(
                BlazorPack.Call(
                    null,
                    "EndInvokeJSFromDotNet",
                    handle,
                    true,
                    $"[{handle},true,{result}]"
                )
            );
        }

        if (call[1] is "Blazor._internal.attachWebRendererInterop" && _markers.Count > 0)
        {
            // The browser names the components that it found in the page.
            var operations = _markers.Select(
                (marker, i) =>
                    $"{{\"type\":\"add\",\"ssrComponentId\":{i + 1},\"marker\":{marker[..^1]},\"uniqueId\":{i}}}}}"
            );
            await SendAsync(
                BlazorPack.Call(
                    null,
                    "UpdateRootComponents",
                    $"{{\"batchId\":1,\"operations\":[{string.Join(',', operations)}]}}",
                    _state
                )
            );
            _markers.Clear();
            _state = "";
        }
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(_left.Token))
            {
                await SendAsync(BlazorPack.Ping);
            }
        }
        catch (OperationCanceledException)
        {
            // Left.
        }
    }

    private async Task SendAsync(
        byte[] message,
        WebSocketMessageType type = WebSocketMessageType.Binary
    )
    {
        await _sending.WaitAsync(_left.Token);
        try
        {
            await _socket.SendAsync(message, type, endOfMessage: true, _left.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    [GeneratedRegex(@"<!--\s*Blazor:[^{]*(?<marker>\{.*?\})\s*-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex(@"<!--\s*Blazor-Server-Component-State:(?<state>[A-Za-z0-9+/=]+)\s*-->")]
    private static partial Regex State();
}
