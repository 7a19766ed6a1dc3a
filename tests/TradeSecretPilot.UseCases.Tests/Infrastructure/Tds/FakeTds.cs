using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure.Tds;

/// <summary>
/// A server that speaks just enough of SQL Server's protocol (TDS 7.4, without encryption) for SqlClient to log in, open transactions
/// and run commands. It keeps what it was sent and executes nothing: every query answers one <c>int</c> column <c>Id</c>,
/// with the rows of <see cref="Rows"/>. What it does not understand it refuses, and SqlClient throws.
/// </summary>
internal sealed class FakeTds : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<TdsCommand> _commands = new();
    private readonly Task _accepting;

    public FakeTds()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The values that a query answers.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <summary>The commands received so far, oldest first.</summary>
    public IReadOnlyList<TdsCommand> Commands => [.. _commands];

    public string ConnectionString =>
        $"Server=127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port};Database=pilot;User Id=pilot;Password=pilot;"
        + "Encrypt=Optional;Pooling=false;Connect Timeout=10";

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                connections.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            while (true)
            {
                var (type, body) = await TdsPacket.ReadAsync(stream, _stopping.Token);
                await TdsPacket.WriteAsync(stream, Understand(type, body), _stopping.Token);
            }
        }
        catch (Exception gone)
            when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client hung up, or the test is over.
        }
    }

    private byte[] Understand(TdsPacketType type, byte[] body)
    {
        try
        {
            return Answer(type, body);
        }
        catch (Exception misunderstood)
            when (misunderstood is NotSupportedException or ArgumentException)
        {
            return TdsAnswer.Refusal($"FakeTds does not understand: {misunderstood.Message}");
        }
    }

    private byte[] Answer(TdsPacketType type, byte[] body)
    {
        switch (type)
        {
            case TdsPacketType.PreLogin:
                return TdsAnswer.PreLogin();
            case TdsPacketType.Login:
                return TdsAnswer.LoggedIn();
            case TdsPacketType.Batch:
                var batch = TdsCommand.ReadBatch(body);
                _commands.Enqueue(batch);
                return batch.Sql.Contains("SELECT", StringComparison.OrdinalIgnoreCase)
                    ? TdsAnswer.BatchRows(Rows)
                    : TdsAnswer.Done();
            case TdsPacketType.RemoteProcedure:
                _commands.Enqueue(TdsCommand.ReadProcedure(body));
                return TdsAnswer.ProcedureRows(Rows);
            case TdsPacketType.Transaction:
                return TdsAnswer.Transaction(TdsCommand.ReadTransactionRequest(body));
            default:
                throw new NotSupportedException($"Packet type {type}.");
        }
    }
}
