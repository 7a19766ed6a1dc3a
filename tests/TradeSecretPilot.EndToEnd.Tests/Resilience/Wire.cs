using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TradeSecretPilot.EndToEnd.Tests.Resilience;

/// <summary>The line between a browser and a portal. It can be cut, and mended to the same portal or to another.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _ends = new();
    private readonly Task _accepting;
    private readonly Queue<(long Sent, int Refused)> _cuts = new();
    private volatile Uri? _portal;
    private long _sent;
    private int _refuse;

    public Wire(Uri portal)
    {
        _portal = portal;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where the browser goes.</summary>
    public Uri Address { get; }

    /// <summary>Drops what is open and refuses what comes.</summary>
    public void Cut()
    {
        _portal = null;
        Drop();
    }

    public void MendTo(Uri portal)
    {
        Volatile.Write(ref _refuse, 0);
        _portal = portal;
    }

    /// <summary>
    /// Cuts the line by itself each time the browser has sent so many bytes in all, wherever it is then, and refuses a number of
    /// calls before it lets any through again.
    /// </summary>
    public void CutAt(IEnumerable<(long Sent, int Refused)> cuts)
    {
        lock (_cuts)
        {
            foreach (var cut in cuts)
            {
                _cuts.Enqueue((_sent + cut.Sent, cut.Refused));
            }
        }
    }

    /// <summary>Cuts of <see cref="CutAt"/> that have not come yet.</summary>
    public int CutsLeft
    {
        get
        {
            lock (_cuts)
            {
                return _cuts.Count;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Cut();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = CarryAsync(browser);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        if (_portal is not { } portal || Interlocked.Decrement(ref _refuse) >= 0)
        {
            return;
        }

        _ends[near] = _ends[far] = true;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, portal.Port, _end.Token);
            await Task.WhenAny(
                SendAsync(near.GetStream(), far.GetStream()),
                far.GetStream().CopyToAsync(near.GetStream(), _end.Token)
            );
        }
        catch (Exception e)
            when (e
                    is SocketException
                        or IOException
                        or ObjectDisposedException
                        or OperationCanceledException
            )
        {
            // Cut, or the portal is away.
        }
        finally
        {
            _ends.TryRemove(near, out _);
            _ends.TryRemove(far, out _);
        }
    }

    private async Task SendAsync(NetworkStream near, NetworkStream far)
    {
        var buffer = new byte[16 * 1024];
        while (await near.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            // What the cut swallows never arrives.
            if (IsCutBy(read))
            {
                Drop();
                return;
            }

            await far.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }

    private bool IsCutBy(int bytes)
    {
        lock (_cuts)
        {
            _sent += bytes;
            if (!_cuts.TryPeek(out var cut) || _sent < cut.Sent)
            {
                return false;
            }

            _cuts.Dequeue();
            Volatile.Write(ref _refuse, cut.Refused);
            return true;
        }
    }

    private void Drop()
    {
        foreach (var end in _ends.Keys)
        {
            end.Close();
        }
    }
}
