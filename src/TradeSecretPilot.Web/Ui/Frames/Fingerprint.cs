namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>How pages write a SHA-256 fingerprint.</summary>
public static class Fingerprint
{
    /// <summary>Both ends: 7F3A…C21E.</summary>
    public static string Brief(string sha256) => $"{sha256[..4]}…{sha256[^4..]}".ToUpperInvariant();

    /// <summary>The whole in groups of eight, which may break across lines.</summary>
    public static string Grouped(string sha256) =>
        string.Join(' ', sha256.Chunk(8).Select(c => new string(c)));
}
