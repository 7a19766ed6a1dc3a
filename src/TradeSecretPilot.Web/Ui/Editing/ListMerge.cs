namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>Two people changed the same list: what I changed is put on top of what they saved, row by row.</summary>
public static class ListMerge
{
    /// <param name="start">The list both started from.</param>
    /// <param name="mine">As I have it.</param>
    /// <param name="theirs">As they saved it.</param>
    /// <param name="key">What makes a row the same row.</param>
    /// <param name="fields">Merges a row that both have, given it as it was, mine and theirs.</param>
    /// <returns>Nothing that somebody wrote is dropped because the other removed it.</returns>
    public static IReadOnlyList<T> Of<T, TKey>(
        IReadOnlyList<T> start,
        IReadOnlyList<T> mine,
        IReadOnlyList<T> theirs,
        Func<T, TKey> key,
        Func<T, T, T, T>? fields = null
    )
        where T : class
        where TKey : notnull
    {
        // A row without fields of its own to merge is mine if I touched it.
        var both = fields ?? ((b, m, t) => m.Equals(b) ? t : m);
        var before = start.DistinctBy(key).ToDictionary(key);
        var own = mine.DistinctBy(key).ToDictionary(key);
        var other = theirs.DistinctBy(key).ToDictionary(key);
        var reordered = !mine.Select(key)
            .Where(before.ContainsKey)
            .SequenceEqual(start.Select(key).Where(own.ContainsKey));
        var (first, second) = reordered ? (mine, theirs) : (theirs, mine);
        return
        [
            .. first
                .Concat(second)
                .Select(key)
                .Distinct()
                .Select(k =>
                    (own.GetValueOrDefault(k), other.GetValueOrDefault(k)) switch
                    {
                        ({ } m, { } t) => before.TryGetValue(k, out var b) ? both(b, m, t) : m,
                        ({ } m, null) => m.Equals(before.GetValueOrDefault(k)) ? null : m,
                        (null, { } t) => t.Equals(before.GetValueOrDefault(k)) ? null : t,
                        _ => null,
                    }
                )
                .OfType<T>(),
        ];
    }
}
