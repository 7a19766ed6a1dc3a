using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeSecretPilot.UseCases.Documents.Excel;

/// <summary>What somebody meant by a cell, whichever way it was typed or pasted.</summary>
internal static partial class CellText
{
    /// <summary>Numbers from here to there that look like days are days whose format was lost: 1954 to 2064.</summary>
    private const double FirstSerial = 20_000;
    private const double LastSerial = 60_000;

    /// <summary>The text of a cell; null when it is empty. Lines end with \n.</summary>
    public static string? Of(object? value)
    {
        var text = value switch
        {
            null => "",
            string s => s,
            double d => d.ToString("0.###############", CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            bool yes => yes ? "是" : "否",
            CellFault fault => fault.Text,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        var clean = PrintableText.Visible(text.ReplaceLineEndings("\n")).Trim();
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>The same on one line.</summary>
    public static string? Line(object? value) =>
        Of(value) is { } text ? Blanks().Replace(text, " ") : null;

    /// <summary>The text that was read, unless it is what a cell makes of the present one.</summary>
    public static string Unless(string present, string read) =>
        read == (Of(present) ?? "") || read == (Line(present) ?? "") ? present : read;

    /// <summary>A number typed as one, or as text with thousands separated; null when it is none.</summary>
    public static decimal? Number(object? value)
    {
        if (value is double d)
        {
            return double.IsFinite(d) && Math.Abs(d) < 1e15 ? (decimal)d : null;
        }

        if (Of(value) is not { } text)
        {
            return null;
        }

        var plain = Plain(text).Replace(" ", "", StringComparison.Ordinal);
        // 1,2 is neither one and two tenths nor twelve: thousands go by threes.
        return
            Figure().IsMatch(plain)
            && decimal.TryParse(
                plain,
                NumberStyles.AllowThousands
                    | NumberStyles.AllowDecimalPoint
                    | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? number
            : null;
    }

    /// <summary>A month as its first day; null when it is none, or more than one.</summary>
    public static DateOnly? Month(object? value) =>
        value switch
        {
            DateTime day => new DateOnly(day.Year, day.Month, 1),
            double number => MonthOf(number),
            _ => Of(value) is { } text ? MonthOf(Plain(text)) : null,
        };

    /// <summary>2022.1 as a number was typed as January or as October; nobody can tell.</summary>
    public static bool IsMonthInDoubt(object? value) =>
        value is double d && Math.Abs((d * 10) - Math.Round(d * 10)) < 1e-6 && TenthsOf(d) == 1;

    private static DateOnly? MonthOf(double number)
    {
        var whole = Math.Truncate(number);
        if (whole is >= 1900 and <= 2200 && number > whole)
        {
            // 2022.07 and 2022.7 are July, 2022.11 November; 2022.1 may be two months.
            var hundredths = (int)Math.Round((number - whole) * 100);
            if (Math.Abs(((number - whole) * 100) - hundredths) > 1e-6 || IsMonthInDoubt(number))
            {
                return null;
            }

            return MonthOf((int)whole, hundredths % 10 == 0 ? hundredths / 10 : hundredths);
        }

        if (number is >= FirstSerial and <= LastSerial)
        {
            var day = DateTime.FromOADate(number);
            return new DateOnly(day.Year, day.Month, 1);
        }

        return whole == number && number is >= 190_001 and <= 220_012
            ? MonthOf((int)number / 100, (int)number % 100)
            : null;
    }

    private static DateOnly? MonthOf(string text)
    {
        var match = YearAndMonth().Match(text);
        return match.Success
            ? MonthOf(
                int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture)
            )
            : null;
    }

    private static DateOnly? MonthOf(int year, int month) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12
            ? new DateOnly(year, month, 1)
            : null;

    private static int TenthsOf(double number) =>
        (int)Math.Round((number - Math.Truncate(number)) * 10);

    /// <summary>Full-width digits, signs and blanks as their usual forms.</summary>
    public static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Figure();

    // 2022-07, 2022年7月, 2022.07, 2022/7, with or without a day behind it, and 202207.
    [GeneratedRegex(
        @"^(?<year>\d{4})(\s*[-./年]\s*(?<month>\d{1,2})(\s*月?|\s*[-./月]\s*\d{1,2}\s*日?)(\s+[\d:]+)?|(?<month>\d{2}))$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex YearAndMonth();
}
