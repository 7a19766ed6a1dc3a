using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

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

    /// <summary>A number typed as one, or as text (<see cref="FigureText"/>).</summary>
    public static Result<decimal> Number(object? value, FigureRange range) =>
        value is double d
            ? double.IsFinite(d) && Math.Abs(d) < 1e15
                ? range.Check((decimal)d)
                : FigureRefusals.OutOfRange(range)
            : FigureText.Read(Of(value) ?? "", range);

    /// <summary>A month as its first day; null when it is none, or more than one.</summary>
    public static DateOnly? Month(object? value) =>
        value switch
        {
            DateTime day => new DateOnly(day.Year, day.Month, 1),
            double number => MonthOf(number),
            _ => Of(value) is { } text && CalendarText.ReadMonth(text) is { Refusal: null } month
                ? month.Value
                : null,
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

            return CalendarText.MonthOf(
                (int)whole,
                hundredths % 10 == 0 ? hundredths / 10 : hundredths
            );
        }

        if (number is >= FirstSerial and <= LastSerial)
        {
            var day = DateTime.FromOADate(number);
            return new DateOnly(day.Year, day.Month, 1);
        }

        return whole == number && number is >= 190_001 and <= 220_012
            ? CalendarText.MonthOf((int)number / 100, (int)number % 100)
            : null;
    }

    private static int TenthsOf(double number) =>
        (int)Math.Round((number - Math.Truncate(number)) * 10);

    /// <summary>Full-width digits, signs and blanks as their usual forms.</summary>
    public static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
