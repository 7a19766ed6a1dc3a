using System.Globalization;

namespace TradeSecretPilot.Web.Ui.Localization;

/// <summary>How pressing a deadline is: more than three days, at most three, at most one, passed.</summary>
public enum Urgency
{
    Calm,
    Soon,
    Now,
    Over,
}

/// <summary>
/// Instants as pages write them: Beijing time (UTC+8), in the language of the page. A deadline at 00:00 is written as
/// 24:00 of the day before, the last day on which it is open.
/// </summary>
public static class BeijingText
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);
    private static readonly string[] Weekdays =
    [
        "周日",
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
    ];

    /// <summary>The calendar day in Beijing.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The last day on which a deadline is open.</summary>
    public static DateOnly LastOpenDay(DateTimeOffset deadline) => DayOf(deadline.AddTicks(-1));

    /// <summary>
    /// 2022年4月20日, or 20 Apr 2022. The year is left out only where it is that of <paramref name="now"/>: a page is still read, and
    /// printed, years later.
    /// </summary>
    public static string Day(DateOnly day, DateTimeOffset? now = null) =>
        (Cultures.IsChinese, now is { } n && DayOf(n).Year == day.Year) switch
        {
            (true, true) => DayInItsYear(day),
            (true, false) => Invariant($"{day.Year}年{day.Month}月{day.Day}日"),
            (false, true) => DayInItsYear(day),
            (false, false) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        };

    /// <inheritdoc cref="Day(DateOnly, DateTimeOffset?)"/>
    public static string Day(DateTimeOffset instant, DateTimeOffset? now = null) =>
        Day(DayOf(instant), now);

    /// <summary>4月20日, or 20 Apr: for the marks of an axis that says its year elsewhere.</summary>
    public static string DayInItsYear(DateOnly day) =>
        Cultures.IsChinese
            ? Invariant($"{day.Month}月{day.Day}日")
            : day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="DayInItsYear(DateOnly)"/>
    public static string DayInItsYear(DateTimeOffset instant) => DayInItsYear(DayOf(instant));

    /// <summary>2022年4月20日（周三）, or Wed 20 Apr 2022; without the year where it is that of <paramref name="now"/>.</summary>
    public static string Weekday(DateOnly day, DateTimeOffset? now = null) =>
        Cultures.IsChinese
            ? $"{Day(day, now)}（{Weekdays[(int)day.DayOfWeek]}）"
            : $"{day.ToString("ddd", CultureInfo.InvariantCulture)} {Day(day, now)}";

    /// <summary>2022年7月, or Jul 2022.</summary>
    public static string Month(DateOnly month) =>
        Cultures.IsChinese
            ? Invariant($"{month.Year}年{month.Month}月")
            : month.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>2022年4月20日（周三）09:41, with seconds on request.</summary>
    public static string Moment(DateTimeOffset instant, bool seconds = false) =>
        Join(Weekday(DayOf(instant)), Time(instant, seconds));

    /// <summary>4月15日 09:40:12, for records; the year stands before it when it is not that of <paramref name="now"/>.</summary>
    public static string Stamp(
        DateTimeOffset instant,
        DateTimeOffset? now = null,
        bool seconds = true
    )
    {
        return $"{Day(instant, now)} {Time(instant, seconds)}";
    }

    /// <summary>09:41 or 09:41:36.</summary>
    public static string Time(DateTimeOffset instant, bool seconds = false) =>
        instant
            .ToOffset(Offset)
            .ToString(seconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2022-05-09 00:00:00: the instant itself, where it binds.</summary>
    public static string Exact(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>2022年5月8日（周日）24:00; without the year where it is that of <paramref name="now"/>.</summary>
    public static string Deadline(DateTimeOffset deadline, DateTimeOffset? now = null) =>
        Join(Weekday(LastDay(deadline), now), DeadlineTime(deadline));

    /// <summary>5月8日 24:00; 今天 24:00 on the day itself; with the year when it is not that of <paramref name="now"/>.</summary>
    public static string DeadlineShort(DateTimeOffset deadline, DateTimeOffset now)
    {
        var day = LastDay(deadline);
        var today = DayOf(now);
        var word = day == today ? (Cultures.IsChinese ? "今天" : "today") : Day(day, now);
        return $"{word} {DeadlineTime(deadline)}";
    }

    /// <summary>4月21日 周四; on the day itself the time alone: 24:00.</summary>
    public static string DeadlineDay(DateTimeOffset deadline, DateTimeOffset now)
    {
        var day = LastDay(deadline);
        if (day == DayOf(now))
        {
            return DeadlineTime(deadline);
        }

        var text = Day(day, now);
        return Cultures.IsChinese
            ? $"{text} {Weekdays[(int)day.DayOfWeek]}"
            : $"{day.ToString("ddd", CultureInfo.InvariantCulture)} {text}";
    }

    /// <summary>剩5天, 剩1天14小时, 剩14小时, 剩25分, 逾期3天.</summary>
    public static string Remaining(DateTimeOffset deadline, DateTimeOffset now)
    {
        var left = deadline - now;
        if (left <= TimeSpan.Zero)
        {
            return (Cultures.IsChinese ? "逾期" : "late by ") + Span(-left);
        }

        return (Cultures.IsChinese ? "剩" : "") + Span(left) + (Cultures.IsChinese ? "" : " left");
    }

    public static Urgency UrgencyOf(DateTimeOffset deadline, DateTimeOffset now) =>
        (deadline - now) switch
        {
            var left when left <= TimeSpan.Zero => Urgency.Over,
            var left when left <= TimeSpan.FromDays(1) => Urgency.Now,
            var left when left <= TimeSpan.FromDays(3) => Urgency.Soon,
            _ => Urgency.Calm,
        };

    private static string Span(TimeSpan span) =>
        span switch
        {
            { TotalDays: > 3 } => Cultures.IsChinese
                ? Invariant($"{span.Days}天")
                : Plural(span.Days, "day"),
            { Days: > 0, Hours: 0 } => Cultures.IsChinese
                ? Invariant($"{span.Days}天")
                : Plural(span.Days, "day"),
            { Days: > 0 } => Cultures.IsChinese
                ? Invariant($"{span.Days}天{span.Hours}小时")
                : $"{Plural(span.Days, "day")} {Plural(span.Hours, "hour")}",
            { Hours: > 0 } => Cultures.IsChinese
                ? Invariant($"{span.Hours}小时")
                : Plural(span.Hours, "hour"),
            { Minutes: > 0 } => Cultures.IsChinese
                ? Invariant($"{span.Minutes}分")
                : Plural(span.Minutes, "minute"),
            _ => Cultures.IsChinese ? "不到1分" : "less than a minute",
        };

    private static DateOnly LastDay(DateTimeOffset deadline) =>
        EndsDay(deadline) ? LastOpenDay(deadline) : DayOf(deadline);

    private static string DeadlineTime(DateTimeOffset deadline) =>
        EndsDay(deadline) ? "24:00" : Time(deadline);

    private static bool EndsDay(DateTimeOffset deadline) =>
        deadline.ToOffset(Offset).TimeOfDay == TimeSpan.Zero;

    private static string Join(string day, string time) =>
        Cultures.IsChinese ? day + time : $"{day} {time}";

    private static string Plural(int count, string unit) =>
        Invariant($"{count} {unit}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
