using System.Globalization;
using System.Text;

namespace TradeSecretPilot.Web.Host.Endpoints;

/// <summary>The words of tus 1.0, the protocol by which files are sent in pieces (https://tus.io/protocols/resumable-upload).</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Resumable = "Tus-Resumable";
    public const string Offset = "Upload-Offset";
    public const string Length = "Upload-Length";
    public const string Metadata = "Upload-Metadata";
    public const string Expires = "Upload-Expires";
    public const string PieceType = "application/offset+octet-stream";

    /// <summary>A header that is a number of bytes; null when it is missing or none.</summary>
    public static long? NumberOf(HttpRequest request, string header) =>
        long.TryParse(
            request.Headers[header],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>Writes a number of bytes.</summary>
    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is said of the file: names with values in Base64 of UTF-8. What cannot be read is left out.</summary>
    public static IReadOnlyDictionary<string, string> MetadataOf(HttpRequest request)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var pair in request
                .Headers[Metadata]
                .ToString()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var parts = pair.Split(' ', 2);
            var bytes = new byte[parts[^1].Length];
            if (parts.Length == 2 && Convert.TryFromBase64String(parts[1], bytes, out var count))
            {
                said[parts[0]] = Encoding.UTF8.GetString(bytes, 0, count);
            }
        }

        return said;
    }
}
