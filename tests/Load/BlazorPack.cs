using System.Buffers.Binary;
using System.Text;

namespace TradeSecretPilot.Load;

/// <summary>MessagePack, as much of it as Blazor's circuits speak. Each message is preceded by its length.</summary>
internal static class BlazorPack
{
    public static readonly byte[] Ping = [0x02, 0x91, 0x06];

    /// <summary>Calls a method of the server's hub.</summary>
    /// <param name="id">Null when no answer is wanted.</param>
    public static byte[] Call(string? id, string method, params ReadOnlySpan<object?> arguments)
    {
        var message = new List<byte>(256) { 0x95, 0x01, 0x80 };
        Write(message, id);
        Write(message, method);
        message.Add((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
        {
            Write(message, argument);
        }

        var head = new List<byte>(5);
        for (var length = message.Count; ; length >>= 7)
        {
            if (length < 0x80)
            {
                head.Add((byte)length);
                return [.. head, .. message];
            }

            head.Add((byte)(length & 0x7f | 0x80));
        }
    }

    private static void Write(List<byte> to, object? value)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        switch (value)
        {
            case null:
                to.Add(0xc0);
                break;
            case bool truth:
                to.Add(truth ? (byte)0xc3 : (byte)0xc2);
                break;
            case long integer:
                BinaryPrimitives.WriteInt64BigEndian(number, integer);
                to.Add(0xd3);
                to.AddRange(number);
                break;
            case string text:
                var utf8 = Encoding.UTF8.GetBytes(text);
                BinaryPrimitives.WriteUInt32BigEndian(number, (uint)utf8.Length);
                to.Add(0xdb);
                to.AddRange(number[..sizeof(uint)]);
                to.AddRange(utf8);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }
}

/// <summary>Reads messages out of one buffer.</summary>
internal sealed class PackReader(byte[] buffer, int length)
{
    private int _at;

    public bool AtEnd => _at >= length;

    /// <summary>The next message: long, string, bool, double, bytes, list or null; maps are skipped.</summary>
    public object?[] Message()
    {
        while ((buffer[_at++] & 0x80) != 0)
        {
            // The length, which the framing of the socket already tells.
        }

        return (object?[])Next()!;
    }

    private object? Next()
    {
        int code = buffer[_at++];
        return code switch
        {
            < 0x80 => (long)code,
            < 0x90 => Skip(code & 15),
            < 0xa0 => List(code & 15),
            < 0xc0 => Text(code & 31),
            >= 0xe0 => (long)(sbyte)code,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Bytes((int)Integer(1)),
            0xc5 => Bytes((int)Integer(2)),
            0xc6 => Bytes((int)Integer(4)),
            0xca => Integer(4),
            0xcb => Integer(8),
            0xcc or 0xd0 => Integer(1),
            0xcd or 0xd1 => Integer(2),
            0xce or 0xd2 => Integer(4),
            0xcf or 0xd3 => Integer(8),
            0xd9 => Text((int)Integer(1)),
            0xda => Text((int)Integer(2)),
            0xdb => Text((int)Integer(4)),
            0xdc => List((int)Integer(2)),
            0xdd => List((int)Integer(4)),
            0xde => Skip((int)Integer(2)),
            0xdf => Skip((int)Integer(4)),
            _ => null,
        };
    }

    private long Integer(int bytes)
    {
        long value = 0;
        for (var i = 0; i < bytes; i++)
        {
            value = value << 8 | buffer[_at++];
        }

        return value;
    }

    private string Text(int bytes)
    {
        _at += bytes;
        return Encoding.UTF8.GetString(buffer, _at - bytes, bytes);
    }

    private int Bytes(int bytes)
    {
        _at += bytes;
        return bytes;
    }

    private object?[] List(int items)
    {
        var list = new object?[items];
        for (var i = 0; i < items; i++)
        {
            list[i] = Next();
        }

        return list;
    }

    private object? Skip(int pairs)
    {
        for (var i = 0; i < 2 * pairs; i++)
        {
            Next();
        }

        return null;
    }
}
