namespace TradeSecretPilot.UseCases.Platform;

/// <summary>A part of a long list that is turned by key, not by number: as fast in the middle of millions as at its beginning.</summary>
/// <param name="Newer">Key after which the newer part begins; null at the newest.</param>
/// <param name="Older">Key before which the older part begins; null at the oldest.</param>
public sealed record KeyPage<T>(IReadOnlyList<T> Items, long? Newer, long? Older);
