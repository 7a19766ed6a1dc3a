using System.Globalization;
using System.Text;

namespace TradeSecretPilot.UseCases.Platform.Search;

/// <summary>
/// One spelling for everything that means the same to who searches: NFKC, lower case, simplified characters, and nothing that
/// cannot be seen. Names and typed texts both pass it, so they are compared as they are.
/// </summary>
public static class SearchNormalizer
{
    /// <summary>What a typed text or a name is cut to before anything else, in UTF-16 code units.</summary>
    private const int MaxLength = 1000;

    /// <summary>The text in its one spelling; runs of blanks are one space, none stand at its ends.</summary>
    public static string Normalize(string text)
    {
        var seen = new StringBuilder(Math.Min(text.Length, MaxLength));
        // Half of a surrogate pair comes as U+FFFD: normalisation would refuse it.
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MaxLength)).EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                seen.Append(rune.ToString());
            }
        }

        var spelt = new StringBuilder(seen.Length);
        foreach (var c in seen.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsWhiteSpace(c))
            {
                if (spelt.Length > 0 && spelt[^1] != ' ')
                {
                    spelt.Append(' ');
                }
            }
            else if (!IsOmitted(c))
            {
                spelt.Append(IsDash(c) ? '-' : SimplifiedForms.Of(c));
            }
        }

        return spelt.ToString().TrimEnd(' ');
    }

    /// <summary>The same without blanks, as what a name is looked for in: 示例 大学 is found by 示例大学.</summary>
    public static string NormalizeWhole(string text) =>
        Normalize(text).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsInvisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && (
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
            || rune.Value
                is 0x034f
                    or 0x115f
                    or 0x1160
                    or 0x2800
                    or 0x3164
                    or 0xffa0
                    or (>= 0x180b and <= 0x180f)
                    or (>= 0xfe00 and <= 0xfe0f)
                    or (>= 0xe0000 and <= 0xe0fff)
        );

    /// <summary>The dots between the parts of a name, and apostrophes as in xi'an: some write them, some do not.</summary>
    private static bool IsOmitted(char c) =>
        c is '·' or '•' or '‧' or '∙' or '⋅' or '・' or '\'' or '‘' or '’' or 'ʼ';

    private static bool IsDash(char c) => c is (>= '\u2010' and <= '\u2015') or '\u2212';
}
