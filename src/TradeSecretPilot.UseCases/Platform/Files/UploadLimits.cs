namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>How files are sent in pieces. Portal settings.</summary>
public static class UploadLimits
{
    /// <summary>Most bytes of a piece: what a slow line sends again after a break is never more.</summary>
    public const int MaxPiece = 1024 * 1024;

    /// <summary>Least bytes of a piece that is not the last: a file is never in more than 800 of them.</summary>
    public const int MinPiece = 64 * 1024;

    /// <summary>Files of one account on their way at the same time.</summary>
    public const int MaxOpen = 20;

    /// <summary>After this an upload is not gone on with any more.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>After this without a new piece an upload makes room for another of the same account.</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromHours(1);
}
