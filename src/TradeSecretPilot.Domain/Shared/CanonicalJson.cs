using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// The canonical text of a JSON value by RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by their
/// names' UTF-16 code units, strings with the fewest escapes. Figures are decimals without trailing zeros and without an
/// exponent; up to 15 significant digits that is what RFC 8785 writes too, and greater ones do not occur in the documents.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Writes the canonical text.</summary>
    /// <exception cref="JsonException">A string holds half of a surrogate pair, or a number is no decimal.</exception>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject o:
                AppendAll(
                    text,
                    '{',
                    o.OrderBy(p => p.Key, StringComparer.Ordinal),
                    member =>
                    {
                        AppendString(text, member.Key);
                        text.Append(':');
                        Append(text, member.Value);
                    },
                    '}'
                );
                break;
            case JsonArray a:
                AppendAll(text, '[', a, item => Append(text, item), ']');
                break;
            default:
                AppendValue(text, node.AsValue());
                break;
        }
    }

    private static void AppendAll<T>(
        StringBuilder text,
        char open,
        IEnumerable<T> items,
        Action<T> append,
        char close
    )
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            isFirst = false;
            append(item);
        }

        text.Append(close);
    }

    private static void AppendValue(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                AppendNumber(text, value.ToJsonString());
                break;
            case var kind:
                text.Append(kind == JsonValueKind.True ? "true" : "false");
                break;
        }
    }

    private static void AppendNumber(StringBuilder text, string number)
    {
        // Dividing by one with the most decimals drops trailing zeros: 100.00 is written as 100.
        const decimal One = 1.0000000000000000000000000000m;
        if (
            !decimal.TryParse(
                number,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            throw new JsonException($"{number} is not a decimal.");
        }

        text.Append((value / One).ToString(CultureInfo.InvariantCulture));
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (
                char.IsHighSurrogate(c)
                && i + 1 < value.Length
                && char.IsLowSurrogate(value[i + 1])
            )
            {
                text.Append(c).Append(value[++i]);
                continue;
            }

            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ when char.IsSurrogate(c) => throw new JsonException(
                    "A text holds half of a surrogate pair."
                ),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
