using System.Buffers.Binary;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure.Tds;

internal enum TdsPacketType : byte
{
    Batch = 0x01,
    RemoteProcedure = 0x03,
    Answer = 0x04,
    Transaction = 0x0E,
    Login = 0x10,
    PreLogin = 0x12,
}

/// <summary>The frames of the protocol: eight bytes of header (type, last-packet flag, length, …), then the body.</summary>
internal static class TdsPacket
{
    private const int HeaderLength = 8;
    private const byte LastOfMessage = 1;

    /// <summary>Reads the packets of one message.</summary>
    /// <exception cref="EndOfStreamException">The other side hung up.</exception>
    public static async Task<(TdsPacketType Type, byte[] Body)> ReadAsync(
        Stream stream,
        CancellationToken ct
    )
    {
        using var message = new MemoryStream();
        var header = new byte[HeaderLength];
        do
        {
            await stream.ReadExactlyAsync(header, ct);
            var body = new byte[
                BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderLength
            ];
            await stream.ReadExactlyAsync(body, ct);
            message.Write(body);
        } while ((header[1] & LastOfMessage) == 0);
        return ((TdsPacketType)header[0], message.ToArray());
    }

    /// <summary>Writes an answer, which must fit one packet.</summary>
    public static async Task WriteAsync(Stream stream, byte[] body, CancellationToken ct)
    {
        var packet = new byte[HeaderLength + body.Length];
        packet[0] = (byte)TdsPacketType.Answer;
        packet[1] = LastOfMessage;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), checked((ushort)packet.Length));
        body.CopyTo(packet, HeaderLength);
        await stream.WriteAsync(packet, ct);
    }
}
