using TradeSecretPilot.Domain;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Reads what a use case answered when its type is known at run time only.</summary>
internal static class Answers
{
    /// <summary>The refusal of a <c>Result</c> or <c>Result&lt;T&gt;</c>; null when there is none.</summary>
    public static Refusal? RefusalOf(object? answer) =>
        answer?.GetType().GetProperty(nameof(Result.Refusal))?.GetValue(answer) as Refusal;
}
