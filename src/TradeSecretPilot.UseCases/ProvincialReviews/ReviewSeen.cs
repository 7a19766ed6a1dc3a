using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>What the acts of a review are confirmed on.</summary>
public static class ReviewSeen
{
    /// <summary>The version before the province, and its review as it was saved last.</summary>
    /// <param name="version">Row version of the application.</param>
    /// <param name="savedAt">UTC; null when no review was saved yet.</param>
    public static Seen Of(int version, DateTimeOffset? savedAt) => Seen.Of(version, savedAt);
}
