using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>
/// Receives the spans of a portal by OTLP and tells which sessions one click began: what a click leads to is one trace. Ask it after
/// the portal has ended, which sends the last of them.
/// </summary>
internal sealed class SessionCollector : IAsyncDisposable
{
    private const string Source = "TradeSecretPilot";

    /// <summary>Statements are spans of the kind client.</summary>
    private const ulong Internal = 1;

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly Task _receiving;
    private volatile TaskCompletionSource _arrival = Arrival();

    public SessionCollector()
    {
        var address = $"http://127.0.0.1:{Loopback.FreePort()}/";
        _listener.Prefixes.Add(address);
        _listener.Start();
        Settings = new Dictionary<string, string>
        {
            ["Telemetry:Endpoint"] = address.TrimEnd('/'),
            ["Telemetry:Protocol"] = "http/protobuf",
            // Milliseconds: who waits for a span need not wait for the five seconds of a portal at work.
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        };
        _receiving = ReceiveAsync();
    }

    /// <summary>With which a portal sends its spans here.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The use cases whose sessions the first click on <paramref name="act"/> began, in their order.</summary>
    public IReadOnlyList<string> SessionsWith(string act)
    {
        var first = _spans.Where(s => s.Name == act).MinBy(s => s.Start);
        return
        [
            .. _spans.Where(s => s.Trace == first?.Trace).OrderBy(s => s.Start).Select(s => s.Name),
        ];
    }

    /// <summary>
    /// Waits until the first click on <paramref name="act"/> has begun <paramref name="follower"/> too: a window that goes on
    /// before that begins it no more.
    /// </summary>
    public async Task FollowedAsync(string act, string follower)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        limit.CancelAfter(Limits.OfASession);
        while (true)
        {
            var arrival = _arrival.Task;
            if (SessionsWith(act).Contains(follower))
            {
                return;
            }

            await arrival.WaitAsync(limit.Token);
        }
    }

    /// <summary>How often an act was called by anybody.</summary>
    public int CountOf(string act) => _spans.Count(s => s.Name == act);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _receiving;
        _listener.Close();
    }

    private static TaskCompletionSource Arrival() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var call = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                if (call.Request.Url!.AbsolutePath == "/v1/traces")
                {
                    Read(body.ToArray());
                    Interlocked.Exchange(ref _arrival, Arrival()).SetResult();
                }

                call.Response.Close();
            }
        }
        catch (HttpListenerException)
        {
            // Stopped.
        }
        catch (ObjectDisposedException)
        {
            // Stopped.
        }
    }

    // ExportTraceServiceRequest → ResourceSpans → ScopeSpans, as opentelemetry/proto/trace/v1 numbers them.
    private void Read(byte[] request)
    {
        foreach (var resource in Fields(request).Where(f => f.Number == 1))
        {
            foreach (var scope in Fields(resource.Bytes).Where(f => f.Number == 2))
            {
                var fields = Fields(scope.Bytes).ToList();
                var source = Fields(fields.First(f => f.Number == 1).Bytes)
                    .First(f => f.Number == 1)
                    .Text;
                foreach (var span in fields.Where(f => f.Number == 2 && source == Source))
                {
                    var parts = Fields(span.Bytes).ToLookup(f => f.Number);
                    if (parts[6].First().Value == Internal)
                    {
                        _spans.Enqueue(
                            new(
                                Convert.ToHexString(parts[1].First().Bytes),
                                parts[5].First().Text,
                                parts[7].First().Value
                            )
                        );
                    }
                }
            }
        }
    }

    private static IEnumerable<Field> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length; )
        {
            var key = Number(message, ref at);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    yield return new(number, [], Number(message, ref at));
                    break;
                case 1:
                    yield return new(
                        number,
                        [],
                        BinaryPrimitives.ReadUInt64LittleEndian(message.AsSpan(at, 8))
                    );
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(message, ref at);
                    yield return new(number, message[at..(at + length)], 0);
                    at += length;
                    break;
                default:
                    yield return new(number, message[at..(at + 4)], 0);
                    at += 4;
                    break;
            }
        }
    }

    private static ulong Number(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    private sealed record Span(string Trace, string Name, ulong Start);

    private sealed record Field(int Number, byte[] Bytes, ulong Value)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);
    }
}
