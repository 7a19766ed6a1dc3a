namespace TradeSecretPilot.Domain.Shared;

/// <summary>Consequential acts are kept with their reason.</summary>
public static class Reasons
{
    /// <summary>A reason as it is kept.</summary>
    public static string Kept(string reason) => Characters.Clean(reason).Trim();

    /// <summary>Refuses an empty or overlong reason.</summary>
    public static Refusal? Check(string? reason, int maxLength) =>
        string.IsNullOrWhiteSpace(reason)
            ? new Refusal(
                RefusalKind.InvalidInput,
                "Reason.Missing",
                "请填写理由。理由会留痕，并让有关单位看到。",
                "Give a reason. It is kept on record and shown to those concerned."
            )
        : Characters.Excess(Kept(reason), maxLength) > 0
            ? new Refusal(
                RefusalKind.InvalidInput,
                "Reason.TooLong",
                $"理由不能超过{maxLength}字，请精简。",
                $"The reason is longer than {maxLength} characters. Shorten it."
            )
        : null;
}
