using System.Text;

namespace TradeSecretPilot.UseCases.Platform.Search;

/// <summary>A text that a record is found by.</summary>
/// <param name="IsPerson">It is a person's name, and begins with a surname.</param>
public readonly record struct SearchedText(string Text, bool IsPerson = false)
{
    public static implicit operator SearchedText(string text) => new(text);
}

/// <summary>
/// What a record is found by, in one text: its names in small letters, and their pinyin in capitals, so that one is never taken
/// for the other. 杭州市 has the lines <c>杭州市</c>, <c>.HANG.ZHOU.SHI</c> (whole syllables) and <c>-H-Z-S</c> (initials).
/// <see cref="SearchText"/> looks into it.
/// </summary>
public static class SearchKey
{
    internal const char SyllableMark = '.';
    internal const char InitialMark = '-';

    /// <summary>At most so many lines of initials for characters with several readings.</summary>
    private const int MaxVariants = 4;

    public static string Of(params IEnumerable<SearchedText> texts)
    {
        var key = new StringBuilder();
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var name = SearchNormalizer.NormalizeWhole(text.Text);
            if (name.Length == 0)
            {
                continue;
            }

            foreach (var line in LinesOf(name, text.IsPerson).Where(lines.Add))
            {
                key.Append(line).Append('\n');
            }
        }

        return key.ToString();
    }

    private static IEnumerable<string> LinesOf(string name, bool isPerson)
    {
        yield return name;
        var read = Readings.Of(name, isPerson).ToList();
        if (read.TrueForAll(c => c.Reading is null))
        {
            yield break;
        }

        yield return string.Concat(read.Select(SyllableOf));
        var initials = read.ConvertAll(c => c.Reading?[0] ?? c.Character);
        yield return InitialsOf(initials);
        var variants =
            from at in Enumerable.Range(0, read.Count)
            from other in read[at].Others
            where other[0] != initials[at]
            select InitialsOf(initials.Select((c, i) => i == at ? other[0] : c));
        foreach (var variant in variants.Take(MaxVariants))
        {
            yield return variant;
        }
    }

    private static string SyllableOf(ReadCharacter read) =>
        SyllableMark
        + (read.Reading is null ? "" : Readings.Toneless(read.Reading).ToUpperInvariant());

    private static string InitialsOf(IEnumerable<char> initials) =>
        string.Concat(initials.Select(c => $"{InitialMark}{char.ToUpperInvariant(c)}"));
}
