using System.Buffers.Binary;
using System.Text;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure.Tds;

/// <summary>Reads the data types that SqlClient sends for the portal's columns.</summary>
internal sealed class TdsReader(byte[] bytes, int position)
{
    private const ushort Null = 0xFFFF;
    private const ushort Unbounded = 0xFFFF;

    private int _position = position;

    public bool AtEnd => _position >= bytes.Length;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    /// <summary>Text with its length in characters in one byte before it.</summary>
    public string ShortText() => Encoding.Unicode.GetString(Take(Byte() * 2));

    /// <summary>
    /// A value with its type before it. Dates and decimals come as their bytes: that they travel is what a test asks.
    /// </summary>
    public object? Value()
    {
        var type = Byte();
        switch (type)
        {
            case 0x24: // uniqueidentifier
                Skip(1);
                return Scalar() is { } guid ? new Guid(guid) : null;
            case 0x26: // tinyint … bigint
                Skip(1);
                return Scalar() is { } integer ? Integer(integer) : null;
            case 0x68: // bit
                Skip(1);
                return Scalar() is { } bit ? bit[0] != 0 : null;
            case 0x6D: // float
                Skip(1);
                return Scalar() is { } real ? BitConverter.ToDouble(real) : null;
            case 0x6C: // decimal: length, precision, scale
                Skip(3);
                return Scalar();
            case 0x28: // date
                return Scalar();
            case 0x29 or 0x2A or 0x2B: // time, datetime2, datetimeoffset: scale
                Skip(1);
                return Scalar();
            case 0xA5 or 0xAD: // varbinary, binary
                return Variable(UInt16());
            case 0xA7 or 0xAF: // varchar, char
                return Text(Encoding.Latin1);
            case 0xE7 or 0xEF: // nvarchar, nchar
                return Text(Encoding.Unicode);
            default:
                throw new NotSupportedException($"Data type 0x{type:X2}.");
        }
    }

    private static long Integer(byte[] value) =>
        value.Length switch
        {
            1 => value[0],
            2 => BinaryPrimitives.ReadInt16LittleEndian(value),
            4 => BinaryPrimitives.ReadInt32LittleEndian(value),
            _ => BinaryPrimitives.ReadInt64LittleEndian(value),
        };

    private byte[]? Scalar()
    {
        var length = Byte();
        return length == 0 ? null : Take(length).ToArray();
    }

    private string? Text(Encoding encoding)
    {
        var longest = UInt16();
        Skip(5); // Collation.
        return Variable(longest) is { } text ? encoding.GetString(text) : null;
    }

    private byte[]? Variable(ushort longest)
    {
        if (longest == Unbounded)
        {
            return Chunks();
        }

        var length = UInt16();
        return length == Null ? null : Take(length).ToArray();
    }

    /// <summary>(max) types: total length (all ones for null), then chunks, each with its length, ended by an empty one.</summary>
    private byte[]? Chunks()
    {
        if (BinaryPrimitives.ReadUInt64LittleEndian(Take(8)) == ulong.MaxValue)
        {
            return null;
        }

        using var value = new MemoryStream();
        while (BinaryPrimitives.ReadInt32LittleEndian(Take(4)) is > 0 and var length)
        {
            value.Write(Take(length));
        }

        return value.ToArray();
    }

    private void Skip(int count) => _position += count;

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = bytes.AsSpan(_position, count);
        _position += count;
        return taken;
    }
}
