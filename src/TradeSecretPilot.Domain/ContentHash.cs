using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeSecretPilot.Domain;

/// <summary>The one written form of a document's content, and its fingerprint.</summary>
public static class ContentHash
{
    /// <summary>Length of a fingerprint: SHA-256 in upper-case hexadecimal.</summary>
    public const int Length = 64;

    private static readonly JsonSerializerOptions Canonical = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = false,
    };

    /// <summary>The content as JSON: the same content always gives the same text.</summary>
    public static string Write<T>(T content) => JsonSerializer.Serialize(content, Canonical);

    /// <summary>The content back from <see cref="Write{T}"/>.</summary>
    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Canonical)
        ?? throw new JsonException("The document is empty.");

    /// <summary>SHA-256 of the UTF-8 text, upper-case hexadecimal.</summary>
    public static string Of(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
