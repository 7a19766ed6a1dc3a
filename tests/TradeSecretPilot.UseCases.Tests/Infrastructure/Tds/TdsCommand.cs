using System.Buffers.Binary;
using System.Text;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure.Tds;

internal enum TdsTransactionRequest : ushort
{
    Begin = 5,
    Commit = 7,
    Rollback = 8,
}

/// <summary>A command as it came over the wire: its text, and its parameters by name (with the @).</summary>
internal sealed record TdsCommand(string Sql, IReadOnlyDictionary<string, object?> Parameters)
{
    private const ushort ProcedureById = 0xFFFF;
    private const ushort ExecuteSql = 10;

    public static TdsCommand ReadBatch(byte[] body)
    {
        var text = Encoding.Unicode.GetString(body.AsSpan(HeadersLength(body)));
        return new TdsCommand(text, new Dictionary<string, object?>());
    }

    /// <summary>Reads a call of <c>sp_executesql</c>, which is how SqlClient sends a command that has parameters.</summary>
    public static TdsCommand ReadProcedure(byte[] body)
    {
        var reader = new TdsReader(body, HeadersLength(body));
        if (reader.UInt16() != ProcedureById || reader.UInt16() != ExecuteSql)
        {
            throw new NotSupportedException("Only sp_executesql is understood.");
        }

        reader.UInt16(); // Option flags.
        var (_, sql) = ReadParameter(reader);
        var parameters = new Dictionary<string, object?>();
        if (!reader.AtEnd)
        {
            ReadParameter(reader); // The declarations.
        }

        while (!reader.AtEnd)
        {
            var (name, value) = ReadParameter(reader);
            parameters.Add(name, value);
        }

        return new TdsCommand((string)sql!, parameters);
    }

    public static TdsTransactionRequest ReadTransactionRequest(byte[] body) =>
        (TdsTransactionRequest)new TdsReader(body, HeadersLength(body)).UInt16();

    private static (string Name, object? Value) ReadParameter(TdsReader reader)
    {
        var name = reader.ShortText();
        reader.Byte(); // Status flags.
        return (name, reader.Value());
    }

    /// <remarks>Every request starts with headers (transaction descriptor, tracing) whose first four bytes are their length.</remarks>
    private static int HeadersLength(byte[] body) => BinaryPrimitives.ReadInt32LittleEndian(body);
}
