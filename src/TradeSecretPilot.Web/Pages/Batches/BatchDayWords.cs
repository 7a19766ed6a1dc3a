using Microsoft.Extensions.Localization;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>
/// What stands below each date of a batch: its weekday, what the State Council's calendar (<see cref="WorkingDays"/>) says of it, where
/// it rolls to, and the instant that it stands for.
/// </summary>
public static class BatchDayWords
{
    /// <summary>A day on which something begins: 周五，工作日；2022-07-01 00:00:00 起.</summary>
    public static string? Opening(IStringLocalizer texts, DateOnly? day) =>
        day is { } d
            ? texts[
                "{0}；{1}",
                Of(texts, d),
                texts["{0} 起", Exact(BeijingTime.StartOf(d))].Value
            ].Value
            : null;

    /// <summary>The last day of the pilots; it never rolls.</summary>
    public static string? End(IStringLocalizer texts, DateOnly? day) =>
        day is { } d
            ? texts[
                "{0}；{1}",
                Of(texts, d),
                texts["{0} 期满", Exact(BeijingTime.EndOf(d))].Value
            ].Value
            : null;

    /// <summary>The last day to forward: 周日，休息日；本批次不顺延；2022-05-16 00:00:00 起不再受理.</summary>
    public static string? Forwarding(IStringLocalizer texts, BatchDraft draft, DateOnly? day) =>
        day is { } d
            ? Deadline(texts, draft, d, texts["{0} 起不再受理", Exact(draft.DeadlineOn(d))])
            : null;

    /// <summary>The last day to publish.</summary>
    public static string? Publication(IStringLocalizer texts, BatchDraft draft, DateOnly? day) =>
        day is { } d
            ? Deadline(texts, draft, d, texts["{0} 起公布即为逾期", Exact(draft.DeadlineOn(d))])
            : null;

    /// <summary>That the calendar of a deadline's year is not known; null when it is, or for no day.</summary>
    public static string? Warning(IStringLocalizer texts, BatchDraft draft, DateOnly? day)
    {
        if (day is not { } named)
        {
            return null;
        }

        // A deadline at the end of the last known year may roll into the next.
        var rolled = BeijingText.LastOpenDay(draft.DeadlineOn(named));
        var unknown = WorkingDays.Knows(named) ? rolled : named;
        return WorkingDays.Knows(unknown) ? null
            : draft.RollsToWorkingDay
                ? texts[
                    "没有收录{0}年放假安排（国务院通常在上一年末公布），只按周末推算顺延；收录后、开始受理前请再核对。",
                    unknown.Year
                ].Value
            : texts[
                "没有收录{0}年放假安排（国务院通常在上一年末公布），只按周末推算。",
                unknown.Year
            ].Value;
    }

    private static string Deadline(
        IStringLocalizer texts,
        BatchDraft draft,
        DateOnly day,
        string instant
    )
    {
        // Its warning says what is not known of the year.
        var word = DayOf(texts, day);
        var rolled = BeijingText.LastOpenDay(draft.DeadlineOn(day));
        return WorkingDays.IsWorkingDay(day) ? texts["{0}；{1}", word, instant]
            : draft.RollsToWorkingDay
                ? texts["{0}，顺延至{1}；{2}", word, BeijingText.Weekday(rolled), instant]
            : texts["{0}；本批次不顺延；{1}", word, instant];
    }

    private static string Of(IStringLocalizer texts, DateOnly day)
    {
        var word = DayOf(texts, day);
        return WorkingDays.Knows(day)
            ? word
            : texts["{0}（没有收录{1}年放假安排）", word, day.Year];
    }

    /// <summary>周一，劳动节假期; a weekday of a year that is not known is not called a working day.</summary>
    private static string DayOf(IStringLocalizer texts, DateOnly day)
    {
        var weekday = InLanguage.Of(WorkingDays.Weekday(day));
        var described = InLanguage.Of(WorkingDays.Describe(day));
        return described != weekday ? texts["{0}，{1}", weekday, described]
            : !WorkingDays.IsWorkingDay(day) ? texts["{0}，休息日", weekday]
            : WorkingDays.Knows(day) ? texts["{0}，工作日", weekday]
            : weekday;
    }

    private static string Exact(DateTimeOffset instant) => BeijingText.Exact(instant);
}
