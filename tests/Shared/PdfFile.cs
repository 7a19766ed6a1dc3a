using System.Globalization;
using System.Text;

namespace TradeSecretPilot.Testing;

/// <summary>PDFs of one empty page that hold what a test wants in a stream: real ones, for what cannot be opened is not taken.</summary>
internal static class PdfFile
{
    private static readonly string[] Objects =
    [
        "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
        "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n",
    ];

    /// <summary>Bytes of a PDF beside what its stream holds.</summary>
    public static int Overhead { get; } = Of([]).Length;

    /// <summary>A PDF that holds a text.</summary>
    public static byte[] Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static byte[] Of(byte[] content)
    {
        using var stream = new MemoryStream();
        Write(stream, content.Length, s => s.Write(content));
        return stream.ToArray();
    }

    /// <summary>A PDF of so many bytes in all, the same every time.</summary>
    public static byte[] OfLength(int bytes) => Of(new byte[bytes - Overhead]);

    /// <param name="length">Bytes of the content.</param>
    /// <param name="write">Writes them.</param>
    public static void Write(Stream stream, long length, Action<Stream> write)
    {
        var places = new List<long>();
        Put("%PDF-1.7\n");
        foreach (var item in Objects)
        {
            places.Add(stream.Position);
            Put(item);
        }

        places.Add(stream.Position);
        Put(
            string.Create(
                CultureInfo.InvariantCulture,
                $"4 0 obj\n<</Length {length:D10}>>\nstream\n"
            )
        );
        write(stream);
        Put("\nendstream\nendobj\n");
        var table = stream.Position;
        Put("xref\n0 5\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            Put(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        }

        Put(
            string.Create(
                CultureInfo.InvariantCulture,
                $"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{table:D10}\n%%EOF\n"
            )
        );

        void Put(string text) => stream.Write(Encoding.ASCII.GetBytes(text));
    }
}
