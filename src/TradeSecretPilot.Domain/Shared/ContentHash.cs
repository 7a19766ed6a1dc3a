using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// The one written form of a document's content, and its fingerprint. Names of members and of enum values stand in attributes
/// (<see cref="JsonPropertyNameAttribute"/>, <see cref="JsonStringEnumMemberNameAttribute"/>), so that renaming a C# symbol
/// changes no fingerprint. See docs/canonical-form.md.
/// </summary>
public static class ContentHash
{
    /// <summary>Length of a fingerprint: SHA-256 in upper-case hexadecimal.</summary>
    public const int Length = 64;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new WholeText() },
    };

    /// <summary>
    /// The content as canonical JSON (<see cref="CanonicalJson"/>): the same content always gives the same text, whatever the
    /// order of its dictionaries and the trailing zeros of its figures.
    /// </summary>
    /// <exception cref="JsonException">A text holds half of a surrogate pair.</exception>
    public static string Write<T>(T content) =>
        CanonicalJson.Write(JsonSerializer.SerializeToNode(content, Options));

    /// <summary>The content back from <see cref="Write{T}"/>.</summary>
    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException("The document is empty.");

    /// <summary>The fingerprint of a content: SHA-256 of its canonical text.</summary>
    /// <exception cref="JsonException">A text holds half of a surrogate pair.</exception>
    public static string Fingerprint<T>(T content) => Of(Write(content));

    /// <summary>SHA-256 of the UTF-8 text, upper-case hexadecimal.</summary>
    public static string Of(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The serializer would replace half a surrogate pair by U+FFFD: another text than the one that was confirmed.</summary>
    private sealed class WholeText : JsonConverter<string>
    {
        public override string? Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.GetString();

        public override void Write(
            Utf8JsonWriter writer,
            string value,
            JsonSerializerOptions options
        )
        {
            for (var rest = value.AsSpan(); rest.Length > 0; )
            {
                if (Rune.DecodeFromUtf16(rest, out _, out var read) != OperationStatus.Done)
                {
                    throw new JsonException("A text holds half of a surrogate pair.");
                }

                rest = rest[read..];
            }

            writer.WriteStringValue(value);
        }
    }
}
