using System.Buffers;
using System.Globalization;
using System.Text;

namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>
/// What somebody typed, as it can be printed: without characters that show nothing or turn the line around, and with places
/// where an endless word may break. Everything that is seen stays as it is.
/// </summary>
public static class PrintableText
{
    /// <summary>Characters without a break after which one is allowed.</summary>
    public const int LongestWord = 24;

    private const char BreakAllowed = '\u200b';
    private const char Replacement = '\ufffd';

    // Tabs, marks that join or choose glyphs, marks of direction, the byte order mark, damaged characters.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create([
        '\t',
        '\u00ad',
        '\u061c',
        .. Enumerable.Range(0x200b, 5).Select(c => (char)c),
        .. Enumerable.Range(0x2028, 7).Select(c => (char)c),
        .. Enumerable.Range(0x2060, 16).Select(c => (char)c),
        .. Enumerable.Range(0xd800, 0x800).Select(c => (char)c),
        .. Enumerable.Range(0xfe00, 16).Select(c => (char)c),
        '\ufeff',
        .. Enumerable.Range(0xfff0, 16).Select(c => (char)c),
    ]);

    public static string Of(string text)
    {
        var clean = Visible(text);
        return HasEndlessWord(clean) ? Break(clean) : clean;
    }

    /// <summary>The same without places to break: for cells, out of which codes and names are copied.</summary>
    public static string Visible(string text)
    {
        var clean = Characters.Clean(text);
        return clean.AsSpan().IndexOfAny(Suspicious) < 0 ? clean : WithoutUnseen(clean);
    }

    private static string WithoutUnseen(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n':
                    result.Append('\n');
                    break;
                case '\t':
                    result.Append(' ');
                    break;
                // Half of a character: its place is kept.
                case Replacement:
                    result.Append('〓');
                    break;
                default:
                    if (IsSeen(rune))
                    {
                        result.Append(rune.ToString());
                    }

                    break;
            }
        }

        return result.ToString();
    }

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format
        // Selectors of a glyph's variant.
        && rune.Value is not (>= 0xfe00 and <= 0xfe0f) and not (>= 0xe0100 and <= 0xe01ef);

    private static bool HasEndlessWord(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = MayBreakAfter(c) ? 0 : run + 1;
            if (run > LongestWord)
            {
                return true;
            }
        }

        return false;
    }

    private static string Break(string text)
    {
        var result = new StringBuilder(text.Length + (text.Length / LongestWord));
        var run = 0;
        foreach (var c in text)
        {
            if (run >= LongestWord && !char.IsLowSurrogate(c))
            {
                result.Append(BreakAllowed);
                run = 0;
            }

            result.Append(c);
            run = MayBreakAfter(c) ? 0 : run + 1;
        }

        return result.ToString();
    }

    /// <summary>Lines break between Chinese characters and at spaces by themselves.</summary>
    private static bool MayBreakAfter(char c) =>
        char.IsWhiteSpace(c) || c is >= '\u2e80' and < '\ud800' || char.IsSurrogate(c);
}
