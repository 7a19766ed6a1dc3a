namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>By what a print is compared with the record: on every page of what is sealed or verified.</summary>
/// <param name="Sha256">Fingerprint of the content, upper-case hexadecimal.</param>
/// <param name="ReceiptNumber">The receipt that anyone can verify; null before there is one.</param>
public sealed record Verification(string Sha256, string? ReceiptNumber = null)
{
    /// <summary>The code's path on the portal.</summary>
    public string Path =>
        ReceiptNumber is { } number ? $"/verify?number={number}" : $"/verify?fingerprint={Sha256}";

    public string Caption =>
        ReceiptNumber is { } number ? $"核验：回执 {number}" : "核验：内容指纹";
}
