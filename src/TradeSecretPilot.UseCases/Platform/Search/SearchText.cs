namespace TradeSecretPilot.UseCases.Platform.Search;

/// <summary>
/// What somebody typed to find a record: words with blanks between them, in any order. A record is found when its
/// <see cref="SearchKey"/> holds each of them, as it is written or by its pinyin.
/// </summary>
public sealed class SearchText
{
    /// <summary>Further words are ignored.</summary>
    public const int MaxWords = 8;

    /// <summary>What stands behind is ignored, in UTF-16 code units of the normalised text.</summary>
    public const int MaxLength = 100;

    private SearchText(IReadOnlyList<IReadOnlyList<string>> words) => Words = words;

    /// <summary>Nothing to look for: every record is found.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>As it is compared; empty when there is none.</summary>
    internal string FirstWord => IsEmpty ? "" : Words[0][0];

    /// <summary>For each word the parts of a key, any of which answers it.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Words { get; }

    /// <param name="typed">Anything: blanks, signs and what cannot be seen do no harm.</param>
    public static SearchText Of(string? typed)
    {
        var text = SearchNormalizer.Normalize(typed ?? "");
        if (text.Length > MaxLength)
        {
            // Not through the middle of a character of two code units.
            text = text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        }

        return new SearchText([
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxWords)
                .Select(word => (IReadOnlyList<string>)[word, .. TypedPinyin.PartsFor(word)]),
        ]);
    }

    /// <summary>Whether a record with this <see cref="SearchKey"/> is found.</summary>
    public bool Matches(string key) =>
        Words.All(parts => parts.Any(part => key.Contains(part, StringComparison.Ordinal)));
}
