using System.Globalization;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// Beijing time, in which the plan's days are meant. China has kept UTC+8 without summer time since 1992, so the
/// offset is a constant: no server's time zone data can shift a deadline.
/// </summary>
public static class BeijingTime
{
    /// <summary>UTC+08:00.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private static readonly string[] WeekdaysZh =
    [
        "周日",
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
    ];

    /// <summary>The first instant (UTC) of a day in Beijing.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>
    /// The instant (UTC) from which something that is open through 24:00 of <paramref name="day"/> is closed. The plan
    /// says 「5月15日前」; the portal keeps the named day open to its end.
    /// </summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>The given time of a day in Beijing, as UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The calendar day in Beijing at <paramref name="instant"/>.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The last day on which something that closes at <paramref name="deadline"/> is still open.</summary>
    public static DateOnly LastOpenDay(DateTimeOffset deadline) => DayOf(deadline.AddTicks(-1));

    /// <summary>A deadline as people read it: 2022年5月15日（周日）24:00.</summary>
    public static string DeadlineZh(DateTimeOffset deadline)
    {
        var local = deadline.ToOffset(Offset);
        var endsDay = local.TimeOfDay == TimeSpan.Zero;
        var day = endsDay ? LastOpenDay(deadline) : DayOf(deadline);
        var time = endsDay ? "24:00" : local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{day.Year}年{day.Month}月{day.Day}日（{WeekdaysZh[(int)day.DayOfWeek]}）{time}"
        );
    }

    /// <summary>A deadline in English: 24:00 on 15 May 2022 (Beijing time).</summary>
    public static string DeadlineEn(DateTimeOffset deadline)
    {
        var local = deadline.ToOffset(Offset);
        var endsDay = local.TimeOfDay == TimeSpan.Zero;
        var day = endsDay ? LastOpenDay(deadline) : DayOf(deadline);
        var time = endsDay ? "24:00" : local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{time} on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} (Beijing time)";
    }

    /// <summary>An instant to the millisecond: 2022-05-16 00:00:00.412.</summary>
    public static string Exact(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
