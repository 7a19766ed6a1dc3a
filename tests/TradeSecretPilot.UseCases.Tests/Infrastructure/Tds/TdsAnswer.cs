using System.Buffers.Binary;
using System.Text;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure.Tds;

/// <summary>What the server says: token streams as [MS-TDS] 2.2.7 describes them.</summary>
internal static class TdsAnswer
{
    private const byte EnvironmentChange = 0xE3;
    private const byte LoginAcknowledged = 0xAD;
    private const byte Error = 0xAA;
    private const byte ColumnMetadata = 0x81;
    private const byte NullableInt = 0x26;
    private const byte Row = 0xD1;
    private const byte ReturnStatus = 0x79;
    private const byte DoneToken = 0xFD;
    private const byte DoneProcedure = 0xFE;
    private const byte DoneInProcedure = 0xFF;
    private const ushort MoreFollows = 0x01;
    private const ushort HasError = 0x02;
    private const ushort CountIsValid = 0x10;

    private static readonly byte[] Version = [16, 0, 0x10, 0];

    public static byte[] PreLogin()
    {
        // Version, encryption (2: not supported), instance, thread, multiple active result sets.
        byte[][] options =
        [
            [.. Version, 0, 0],
            [2],
            [0],
            [],
            [0],
        ];
        var head = new List<byte>();
        var offset = (options.Length * 5) + 1;
        for (byte option = 0; option < options.Length; option++)
        {
            var length = options[option].Length;
            head.AddRange([option, .. BigEndian(offset), .. BigEndian(length)]);
            offset += length;
        }

        return [.. head, 0xFF, .. options.SelectMany(option => option)];
    }

    public static byte[] LoggedIn()
    {
        var name = Encoding.Unicode.GetBytes("Microsoft SQL Server");
        byte[] acknowledgement = [1, 0x74, 0, 0, 4, (byte)(name.Length / 2), .. name, .. Version];
        byte[] collation = [7, 5, 0x09, 0x04, 0xD0, 0x00, 0x34, 0];
        return
        [
            EnvironmentChange,
            .. LittleEndian(collation.Length),
            .. collation,
            LoginAcknowledged,
            .. LittleEndian(acknowledgement.Length),
            .. acknowledgement,
            .. Done(),
        ];
    }

    public static byte[] Transaction(TdsTransactionRequest request)
    {
        byte[] descriptor = [1, 0, 0, 0, 0, 0, 0, 0];
        byte[] change = request switch
        {
            TdsTransactionRequest.Begin => [8, 8, .. descriptor, 0],
            TdsTransactionRequest.Commit => [9, 0, 8, .. descriptor],
            TdsTransactionRequest.Rollback => [10, 0, 8, .. descriptor],
            _ => throw new NotSupportedException($"Transaction request {request}."),
        };
        return [EnvironmentChange, .. LittleEndian(change.Length), .. change, .. Done()];
    }

    public static byte[] Done() => Done(DoneToken, 0, 0);

    /// <summary>Makes SqlClient throw an exception with this message.</summary>
    public static byte[] Refusal(string message)
    {
        const int number = 50000;
        const byte state = 1;
        const byte severity = 16;
        byte[] error =
        [
            .. LittleEndian32(number),
            state,
            severity,
            .. LittleEndian(message.Length),
            .. Encoding.Unicode.GetBytes(message),
            0, // Server's name.
            0, // Procedure's name.
            .. LittleEndian32(1),
        ];
        return [Error, .. LittleEndian(error.Length), .. error, .. Done(DoneToken, HasError, 0)];
    }

    public static byte[] BatchRows(IReadOnlyList<int> rows) =>
        [.. Ids(rows), .. Done(DoneToken, CountIsValid, rows.Count)];

    public static byte[] ProcedureRows(IReadOnlyList<int> rows) =>
        [
            .. Ids(rows),
            .. Done(DoneInProcedure, MoreFollows | CountIsValid, rows.Count),
            ReturnStatus,
            0,
            0,
            0,
            0,
            .. Done(DoneProcedure, 0, 0),
        ];

    private static byte[] Ids(IReadOnlyList<int> rows)
    {
        const byte nullable = 9;
        byte[] column =
        [
            ColumnMetadata,
            .. LittleEndian(1),
            0,
            0,
            0,
            0,
            nullable,
            0,
            NullableInt,
            sizeof(int),
            2,
            .. Encoding.Unicode.GetBytes("Id"),
        ];
        return
        [
            .. column,
            .. rows.SelectMany(id => (byte[])[Row, sizeof(int), .. LittleEndian32(id)]),
        ];
    }

    private static byte[] Done(byte token, ushort status, long rows)
    {
        var done = new byte[13];
        done[0] = token;
        BinaryPrimitives.WriteUInt16LittleEndian(done.AsSpan(1), status);
        done[3] = 0xC1; // The command was a SELECT.
        BinaryPrimitives.WriteInt64LittleEndian(done.AsSpan(5), rows);
        return done;
    }

    private static byte[] BigEndian(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] LittleEndian(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] LittleEndian32(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
