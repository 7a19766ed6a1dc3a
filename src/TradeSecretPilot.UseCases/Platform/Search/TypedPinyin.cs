namespace TradeSecretPilot.UseCases.Platform.Search;

/// <summary>What typed letters may mean as pinyin.</summary>
internal static class TypedPinyin
{
    /// <summary>xian is xian, xi'an and the beginning of xiang; more ways of reading a word are not tried.</summary>
    private const int MaxWays = 4;

    private const int LongestSyllable = 6;

    private static readonly HashSet<string> Beginnings =
    [
        .. Readings.Syllables.SelectMany(s => Enumerable.Range(1, s.Length), (s, n) => s[..n]),
    ];

    /// <summary>The parts of a <see cref="SearchKey"/> that answer the word; none when it is not made of letters alone.</summary>
    public static IEnumerable<string> PartsFor(string word)
    {
        word = word.Replace('ü', 'v');
        if (!word.All(char.IsAsciiLetter))
        {
            return [];
        }

        var ways = new List<string>();
        Divide(word, 0, "", ways, new bool[word.Length]);
        return ways.Prepend(string.Concat(word.Select(c => $"{SearchKey.InitialMark}{c}")))
            .Select(part => part.ToUpperInvariant());
    }

    /// <summary>Divides the rest into syllables, of which the last may be unfinished.</summary>
    /// <param name="dead">From where no way leads on.</param>
    private static void Divide(string word, int at, string sofar, List<string> ways, bool[] dead)
    {
        var before = ways.Count;
        for (var length = Math.Min(LongestSyllable, word.Length - at); length > 0; length--)
        {
            if (ways.Count >= MaxWays)
            {
                return;
            }

            var (end, part) = (at + length, word.Substring(at, length));
            if (end == word.Length && Beginnings.Contains(part) && word.Length > 1)
            {
                ways.Add($"{sofar}{SearchKey.SyllableMark}{part}");
            }
            else if (end < word.Length && !dead[end] && Readings.Syllables.Contains(part))
            {
                Divide(word, end, $"{sofar}{SearchKey.SyllableMark}{part}", ways, dead);
            }
        }

        dead[at] = ways.Count == before;
    }
}
