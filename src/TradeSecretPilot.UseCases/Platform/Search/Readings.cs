namespace TradeSecretPilot.UseCases.Platform.Search;

/// <summary>One character of a name.</summary>
/// <param name="Reading">Its syllable with the tone, such as <c>hang2</c>; null when it is no Chinese character.</param>
/// <param name="Others">Further readings of the character, where the name does not say which it is.</param>
internal readonly record struct ReadCharacter(
    char Character,
    string? Reading,
    IReadOnlyList<string> Others
);

/// <summary>Pinyin of names: places and words are read as a whole (重庆 chong2 qing4), surnames as surnames (单 shan4).</summary>
internal static class Readings
{
    private const char SurnameMark = '^';

    /// <summary>A longer text is no person's name: it may begin with the character of a surname and be none, such as 单位管理员.</summary>
    private const int LongestPersonName = 4;

    private static readonly string[] Usual = new string[Han.Count];
    private static readonly Dictionary<char, string[]> Others = [];
    private static readonly Dictionary<string, string[]> Words = [];
    private static readonly Dictionary<string, string[]> Surnames = [];
    private static readonly int LongestWord;

    static Readings()
    {
        foreach (var line in SearchLists.Read("readings.txt"))
        {
            var (reading, characters) = (
                line[..line.IndexOf(' ')],
                line[(line.IndexOf(' ') + 1)..]
            );
            foreach (var character in characters)
            {
                Usual[Han.IndexOf(character)] = reading;
            }
        }

        // names.txt comes last: it wins.
        foreach (var line in SearchLists.Read("places.txt").Concat(SearchLists.Read("names.txt")))
        {
            Add(line.Split(' '));
        }

        LongestWord = Words.Keys.Max(w => w.Length);
        Syllables = Usual.OfType<string>().Select(Toneless).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Every syllable, without tones.</summary>
    public static IReadOnlySet<string> Syllables { get; }

    /// <param name="name">As <see cref="SearchNormalizer"/> writes it.</param>
    /// <param name="isPerson">It begins with a surname.</param>
    public static IEnumerable<ReadCharacter> Of(string name, bool isPerson)
    {
        for (var at = 0; at < name.Length; )
        {
            var word =
                at == 0 && isPerson && name.Length <= LongestPersonName
                    ? Longest(Surnames, name, at) ?? Longest(Words, name, at)
                    : Longest(Words, name, at);
            if (word is null)
            {
                yield return Alone(name[at++]);
                continue;
            }

            foreach (var reading in word)
            {
                yield return new ReadCharacter(name[at++], reading, []);
            }
        }
    }

    public static string Toneless(string reading) => reading[..^1];

    private static ReadCharacter Alone(char character) =>
        new(
            character,
            Han.IndexOf(character) is var at and >= 0 ? Usual[at] : null,
            Others.GetValueOrDefault(character, [])
        );

    private static string[]? Longest(Dictionary<string, string[]> words, string name, int at)
    {
        if (Han.IndexOf(name[at]) < 0)
        {
            return null;
        }

        for (var length = Math.Min(LongestWord, name.Length - at); length > 0; length--)
        {
            if (words.TryGetValue(name.Substring(at, length), out var readings))
            {
                return readings;
            }
        }

        return null;
    }

    private static void Add(string[] cells)
    {
        var (word, readings) = (cells[0], cells[1..]);
        if (word[0] == SurnameMark)
        {
            Surnames[word[1..]] = readings;
        }
        else if (word.Length > 1)
        {
            Words[word] = readings;
        }
        else
        {
            Usual[Han.IndexOf(word[0])] = readings[0];
            Others[word[0]] = readings[1..];
        }
    }
}
