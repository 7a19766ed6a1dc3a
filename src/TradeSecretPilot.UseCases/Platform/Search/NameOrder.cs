using System.Globalization;
using System.Text;

namespace TradeSecretPilot.UseCases.Platform.Search;

/// <summary>
/// The order of Chinese names, as a key to be compared byte by byte: character by character, by pinyin, tone and code point. It
/// does not depend on a database, a server's language or a version of ICU.
/// </summary>
public static class NameOrder
{
    /// <summary>Some 25 characters: keeps every index within 900 bytes on SQL Server. Names that are alike so far stand by their identifiers.</summary>
    internal const int MaxLength = 150;

    /// <param name="name">Any text.</param>
    /// <param name="isPerson">It begins with a surname.</param>
    /// <returns>For example <c>hang2杭zhou1州</c>.</returns>
    public static string KeyOf(string name, bool isPerson = false)
    {
        var key = new StringBuilder();
        var read = Readings.Of(SearchNormalizer.Normalize(name), isPerson).ToList();
        for (var at = 0; at < read.Count && key.Length < MaxLength; at++)
        {
            var (character, reading, _) = read[at];
            if (char.IsHighSurrogate(character))
            {
                // UTF-8 and UTF-16 order these differently.
                var rune = new Rune(character, read[++at].Character);
                key.Append(CultureInfo.InvariantCulture, $"~{rune.Value:x6}");
            }
            else
            {
                key.Append(reading).Append(character);
            }
        }

        return key.ToString(0, Math.Min(key.Length, MaxLength));
    }
}
