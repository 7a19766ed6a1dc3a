using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Reads what use cases answered when the type is known at run time only.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The refusal of a <c>Result</c> or <c>Result&lt;T&gt;</c>; null when there is none.</summary>
    public static Refusal? RefusalOf(object? answer) =>
        answer?.GetType().GetProperty(nameof(Result.Refusal))?.GetValue(answer) as Refusal;

    /// <summary>Everything in the answers as text, to look for what must not be there.</summary>
    public static string TextOf(params object?[] answers) =>
        JsonSerializer.Serialize(answers, Plain);
}
