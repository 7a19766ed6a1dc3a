using System.Globalization;
using System.Text;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>Characters as a reader counts them, and which of them a text may hold: the same in forms, imports and checks.</summary>
public static class Characters
{
    /// <summary>Room of a column for one character of a text, in UTF-16 code units.</summary>
    public const int UnitsPerCharacter = 4;

    private const int NamedAtMost = 5;

    /// <summary>Stands for what was damaged before it reached the portal, such as half of a surrogate pair.</summary>
    private static readonly Rune Replacement = Rune.ReplacementChar;

    /// <summary>
    /// How many characters a reader sees: 👍🏽 is one, a line break is one. Heaps of marks on one letter count by the room they
    /// take (<see cref="UnitsPerCharacter"/>).
    /// </summary>
    public static int Count(string text)
    {
        var seen = 0;
        for (var rest = text.AsSpan(); rest.Length > 0; seen++)
        {
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        }

        return Math.Max(seen, (text.Length + UnitsPerCharacter - 1) / UnitsPerCharacter);
    }

    /// <summary>By how many characters a text is longer than it may be; 0 when it is not.</summary>
    public static int Excess(string text, int max) =>
        text.Length <= max ? 0 : Math.Max(0, Count(text) - max);

    /// <summary>Whether a draft may hold a text: as much as its column has room for, so that nothing typed is lost.</summary>
    public static bool HasRoom(string text, int max) => text.Length <= max * UnitsPerCharacter;

    /// <summary>Whether a text is there, and no longer than it may be.</summary>
    public static bool Fits(string text, int max) =>
        !string.IsNullOrWhiteSpace(text) && Excess(text, max) == 0;

    /// <summary>
    /// A text as it is kept: lines end with \n, bullets and signs of symbol fonts are real characters, what is no character
    /// is gone, and half of a surrogate pair is U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\t':
                    clean.Append((char)rune.Value);
                    break;
                // A line break inside a paragraph of Word.
                case '\v':
                    clean.Append('\n');
                    break;
                default:
                    if (!Rune.IsControl(rune) && !IsNoncharacter(rune.Value))
                    {
                        clean.Append(SymbolFonts.Of(rune));
                    }

                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>The characters that the portal's fonts cannot show, each once.</summary>
    public static IReadOnlyList<Rune> Unprintable(string text) =>
        [.. text.EnumerateRunes().Where(r => !IsPrintable(r)).Distinct()];

    /// <summary>The first of them with their code points, in Chinese punctuation: “ก”（U+0E01）、…等.</summary>
    public static string Name(IReadOnlyList<Rune> characters) =>
        string.Join('、', characters.Take(NamedAtMost).Select(Name))
        + (characters.Count > NamedAtMost ? "等" : "");

    /// <summary>The same by their code points alone.</summary>
    public static string NameCodes(IReadOnlyList<Rune> characters) =>
        string.Join(", ", characters.Take(NamedAtMost).Select(CodeOf))
        + (characters.Count > NamedAtMost ? " and more" : "");

    private static string Name(Rune rune) => $"“{rune}”（{CodeOf(rune)}）";

    /// <summary>U+4E2D.</summary>
    public static string CodeOf(Rune rune) =>
        string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (
                (char.IsControl(c) && c is not ('\n' or '\t'))
                || char.IsSurrogate(c)
                || c is '\u2028' or '\u2029' or (>= '\ue000' and <= '\uf8ff')
                || IsNoncharacter(c)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNoncharacter(int c) =>
        c is >= 0xfdd0 and <= 0xfdef || (c & 0xfffe) == 0xfffe;

    /// <summary>
    /// Blanks, line breaks and what only joins or chooses glyphs need no glyph of their own. A mark above or below a letter is set
    /// only in the font of that letter, which is certain for those of Latin letters alone.
    /// </summary>
    private static bool IsPrintable(Rune rune) =>
        rune != Replacement
        && (
            Rune.IsWhiteSpace(rune)
            || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Format
                    or UnicodeCategory.EnclosingMark
            || IsVariationSelector(rune.Value)
            || (Glyphs.Show(rune) && (!IsMark(rune) || IsMarkOfLatin(rune.Value)))
        );

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    private static bool IsMarkOfLatin(int c) => c is >= 0x300 and <= 0x36f;

    private static bool IsVariationSelector(int c) =>
        c is (>= 0xfe00 and <= 0xfe0f) or (>= 0xe0100 and <= 0xe01ef);
}
