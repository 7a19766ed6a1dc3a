using System.Globalization;

namespace TradeSecretPilot.UseCases.Wording;

/// <summary>How official documents write days, numbers and headings. What the programme calls its values stands in <see cref="Terms"/>.</summary>
public static class OfficialWords
{
    /// <summary>The national regulator.</summary>
    public const string Samr = "国家市场监督管理总局";

    /// <summary>What is not known or not there.</summary>
    public const string None = "—";

    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;

    private static readonly string[] Digits =
    [
        "〇",
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
    ];

    /// <summary>2022年4月20日.</summary>
    public static string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The day in Beijing: 2022年4月20日.</summary>
    public static string Day(DateTimeOffset instant) => Day(BeijingTime.DayOf(instant));

    /// <summary>2022年4月20日 10:32:05, Beijing time.</summary>
    public static string Moment(DateTimeOffset instant) =>
        $"{Day(instant)} {instant.ToOffset(BeijingTime.Offset).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";

    /// <summary>2022.07.</summary>
    public static string Month(DateOnly? month) =>
        month?.ToString("yyyy.MM", CultureInfo.InvariantCulture) ?? None;

    /// <summary>85.60 for 8560 hundredths of a point.</summary>
    public static string Points(int? hundredths) =>
        hundredths is { } value
            ? (value / 100m).ToString("0.00", CultureInfo.InvariantCulture)
            : None;

    /// <summary>1.2 MB, 340 KB; of 1,024 bytes each.</summary>
    public static string Size(long bytes) =>
        bytes switch
        {
            >= Megabyte => string.Create(
                CultureInfo.InvariantCulture,
                $"{(decimal)bytes / Megabyte:0.#} MB"
            ),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Ceiling((decimal)bytes / Kilobyte):0} KB"
            ),
        };

    /// <summary>The number of a heading: 一、 （一） 1. （1）.</summary>
    public static string Ordinal(int level, int number) =>
        level switch
        {
            1 => $"{Counted(number)}、",
            2 => $"（{Counted(number)}）",
            3 => string.Create(CultureInfo.InvariantCulture, $"{number}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"（{number}）"),
        };

    /// <summary>一 … 九十九.</summary>
    public static string Counted(int number) =>
        number switch
        {
            <= 10 => Digits[number],
            < 20 => $"十{Digits[number - 10]}",
            _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
        };
}
