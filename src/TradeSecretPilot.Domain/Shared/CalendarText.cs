using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>Months and days as people write them and as controls hold them: the parser of forms, imports and restored drafts.</summary>
public static partial class CalendarText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>2022-07, as the control of a month holds it.</summary>
    public const string MonthFormat = "yyyy-MM";

    /// <summary>2022-07-01, as the control of a day holds it.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    private static readonly string[] Days =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyy.M.d",
        "yyyy年M月d日",
        "yyyyMMdd",
    ];

    /// <summary>A month as its first day: 2022-07, 2022年7月, 2022.07, 2022/7, with or without a day behind it, 202207.</summary>
    public static Result<DateOnly> ReadMonth(string text) =>
        YearAndMonth().Match(FigureText.Plain(text) ?? "") is { Success: true } match
        && MonthOf(NumberOf(match, "year"), NumberOf(match, "month")) is { } month
            ? month
            : FigureRefusals.NotAMonth();

    /// <summary>A day: 2022-07-01, 2022年7月1日, 2022.7.1, 2022/7/1, 20220701.</summary>
    public static Result<DateOnly> ReadDay(string text) =>
        DateOnly.TryParseExact(
            FigureText.Plain(text),
            Days,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        ) && day.Year is >= FirstYear and <= LastYear
            ? day
            : FigureRefusals.NotADay();

    /// <summary>The first day of a month; null when there is no such month.</summary>
    public static DateOnly? MonthOf(int year, int month) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12
            ? new DateOnly(year, month, 1)
            : null;

    public static string WriteMonth(DateOnly month) =>
        month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    public static string WriteDay(DateOnly day) =>
        day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static int NumberOf(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(\s*[-./年]\s*(?<month>[0-9]{1,2})(\s*月?|\s*[-./月]\s*[0-9]{1,2}\s*日?)(\s+[0-9:]+)?|(?<month>[0-9]{2}))$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex YearAndMonth();
}
