using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// Numbers as people write them and as the portal writes them: the one parser and the one formatter of forms, imports and
/// restored drafts. A text is the whole number it says, or refused with the reason.
/// </summary>
public static partial class FigureText
{
    /// <summary>From ten times as much, or a tenth, on a change is to be confirmed.</summary>
    private const decimal FarTimes = 10;

    /// <summary>Small counts change by such factors every day.</summary>
    private const decimal SmallCount = 100;

    private static readonly string[] MoneyUnits = ["元", "千元", "万元", "百万元", "亿元"];

    /// <summary>
    /// Reads a number: full-width digits, blanks and invisible characters around it, thousands separated by threes, and the
    /// unit of the range behind it are understood.
    /// </summary>
    public static Result<decimal> Read(string text, FigureRange range)
    {
        if (Plain(text) is not { } plain || Parts().Match(plain) is not { Success: true } parts)
        {
            return FigureRefusals.NotANumber(range);
        }

        var unit = parts.Groups["unit"].Value;
        if (unit.Length > 0 && unit != Plain(range.UnitZh))
        {
            return range.UnitZh.Length == 0
                ? FigureRefusals.NotANumber(range)
                : FigureRefusals.OtherUnit(range);
        }

        var digits = parts.Groups["digits"].Value;
        if (!Grouped().IsMatch(digits))
        {
            return digits.AsSpan().IndexOfAny(',', ' ') >= 0
                ? FigureRefusals.BadSeparators()
                : FigureRefusals.NotANumber(range);
        }

        return decimal.TryParse(
            digits.Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowThousands
                | NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? range.Check(value)
            : FigureRefusals.OutOfRange(range);
    }

    /// <summary>Nothing that is seen stands in the text.</summary>
    public static bool IsBlank(string text) => Plain(text) is "";

    /// <summary>For reading: 1,200.5.</summary>
    public static string Write(decimal value) =>
        value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>For the control it is edited in, where separators would be in the way: 1200.5.</summary>
    public static string Edit(decimal value) =>
        value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A change so great that a slip is likely, such as one of the unit.</summary>
    public static bool IsFar(decimal before, decimal after)
    {
        var (less, more) = (Math.Min(before, after), Math.Max(before, after));
        return less > 0 && more >= SmallCount && more / less >= FarTimes;
    }

    /// <summary>Whether a text such as 元 is a unit of money.</summary>
    public static bool IsMoneyUnit(string unit) => MoneyUnits.Contains(Plain(unit));

    /// <summary>
    /// Compatibility forms, such as full-width digits, as their usual ones, without what is not seen; null for a text with
    /// characters that would change their meaning by it, such as ² and ½.
    /// </summary>
    internal static string? Plain(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.OtherNumber:
                    return null;
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control:
                    seen.Append(' ');
                    break;
                default:
                    seen.Append(rune.Value == '\u2212' ? "-" : rune.ToString());
                    break;
            }
        }

        return seen.ToString().Normalize(NormalizationForm.FormKC).Trim();
    }

    [GeneratedRegex(
        @"^(?<digits>[-+]?[0-9.]([0-9., ]*[0-9.])?) *(?<unit>[^0-9., +-]([^0-9]*[^0-9 ])?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Parts();

    // 1,2 is neither one and two tenths nor twelve: thousands go by threes.
    [GeneratedRegex(
        @"^[-+]?(([0-9]+|[0-9]{1,3}((,[0-9]{3})+|( [0-9]{3})+))(\.[0-9]*)?|\.[0-9]+)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Grouped();
}
