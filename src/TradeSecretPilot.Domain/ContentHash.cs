using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        Converters = { new JsonStringEnumConverter(), new PlainDecimal() },
        WriteIndented = false,
    };

    /// <summary>
    /// The content as JSON: the same content always gives the same text, whatever the order of its dictionaries and the
    /// trailing zeros of its figures.
    /// </summary>
    public static string Write<T>(T content) =>
        Sorted(JsonSerializer.SerializeToNode(content, Canonical))?.ToJsonString(Canonical)
        ?? "null";

    /// <summary>The content back from <see cref="Write{T}"/>.</summary>
    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Canonical)
        ?? throw new JsonException("The document is empty.");

    /// <summary>SHA-256 of the UTF-8 text, upper-case hexadecimal.</summary>
    public static string Of(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))
            ),
            JsonArray a => new JsonArray([.. a.Select(Sorted)]),
            _ => node?.DeepClone(),
        };

    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        // Dividing by one with the most decimals drops trailing zeros: 100.00 is written as 100.
        private const decimal One = 1.0000000000000000000000000000m;

        public override decimal Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.GetDecimal();

        public override void Write(
            Utf8JsonWriter writer,
            decimal value,
            JsonSerializerOptions options
        ) => writer.WriteNumberValue(value / One);
    }
}
