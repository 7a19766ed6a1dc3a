using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// The working days of the State Council's calendar 节假日安排: 国办发明电〔2021〕11号 for 2022, 〔2022〕16号 for 2023, 〔2023〕7号 for
/// 2024, 〔2024〕12号 for 2025, 〔2025〕7号 for 2026. The days are the lines of holidays.txt, which deploy/list-holidays.mjs writes. Before and
/// after those years Monday to Friday are taken for working days: ask <see cref="Knows"/>, and say so where it matters.
/// </summary>
public static class WorkingDays
{
    private static readonly Term MakeUp = new("调休上班", "make-up working day");

    private static readonly Term[] Weekdays =
    [
        new("周日", "Sunday"),
        new("周一", "Monday"),
        new("周二", "Tuesday"),
        new("周三", "Wednesday"),
        new("周四", "Thursday"),
        new("周五", "Friday"),
        new("周六", "Saturday"),
    ];

    /// <summary>The days that the notices speak of: off, or worked in place of a day off.</summary>
    private static readonly FrozenDictionary<DateOnly, Arranged> Calendar = Read();

    /// <summary>The first year whose notice is known.</summary>
    public static int FirstKnownYear { get; } = Calendar.Keys.Min().Year;

    /// <summary>The last year whose notice is known; that of a year is published in the autumn before it.</summary>
    public static int LastKnownYear { get; } = Calendar.Keys.Max().Year;

    /// <summary>Whether the notice for the year of <paramref name="day"/> is known; otherwise its weekday alone decides.</summary>
    public static bool Knows(DateOnly day) =>
        day.Year >= FirstKnownYear && day.Year <= LastKnownYear;

    /// <summary>Neither a holiday nor a weekend day, or a weekend day that is worked 调休上班.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        Calendar.TryGetValue(day, out var arranged)
            ? arranged.IsWorked
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when it is a working day, otherwise the next one after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>What people call a day: 劳动节假期, 调休上班, or else its weekday: 周日.</summary>
    public static Term Describe(DateOnly day) =>
        Calendar.TryGetValue(day, out var arranged) ? arranged.Name : Weekday(day);

    /// <summary>周日, whatever the calendar says of it.</summary>
    public static Term Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    private static FrozenDictionary<DateOnly, Arranged> Read()
    {
        using var stream = typeof(WorkingDays).Assembly.GetManifestResourceStream("holidays.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|'))
            .SelectMany(fields =>
            {
                var (from, to) = (Day(fields[0]), Day(fields[1]));
                var arranged =
                    fields[2] == "on"
                        ? new Arranged(true, MakeUp)
                        : new Arranged(false, new($"{fields[3]}假期", $"{fields[4]} holiday"));
                return Enumerable
                    .Range(0, to.DayNumber - from.DayNumber + 1)
                    .Select(n => KeyValuePair.Create(from.AddDays(n), arranged));
            })
            .ToFrozenDictionary();
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="IsWorked">A weekend day in place of another day, which is off for it.</param>
    /// <param name="Name">What people call such a day.</param>
    private sealed record Arranged(bool IsWorked, Term Name);
}
