namespace TradeSecretPilot.Domain;

/// <summary>Consequential acts are kept with their reason.</summary>
public static class Reasons
{
    /// <summary>Refuses an empty or overlong reason.</summary>
    public static Refusal? Check(string? reason, int maxLength) =>
        string.IsNullOrWhiteSpace(reason)
            ? new Refusal(
                "Reason.Missing",
                "请填写理由。理由会留痕，并让有关单位看到。",
                "Give a reason. It is kept on record and shown to those concerned."
            )
        : reason.Trim().Length > maxLength
            ? new Refusal(
                "Reason.TooLong",
                $"理由不能超过{maxLength}字，请精简。",
                $"The reason is longer than {maxLength} characters. Shorten it."
            )
        : null;
}
