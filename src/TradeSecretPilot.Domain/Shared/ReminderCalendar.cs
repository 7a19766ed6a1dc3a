namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// When people are reminded of a deadline: 30, 14, 7, 3 and 1 days before its last open day, on that day, and then
/// weekly while it is overdue; always at 09:00 Beijing time. Portal setting.
/// </summary>
public static class ReminderCalendar
{
    /// <summary>Days between reminders of something overdue.</summary>
    public const int OverdueEveryDays = 7;

    private static readonly int[] DaysBefore = [30, 14, 7, 3, 1, 0];
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>
    /// The reminders of a deadline that lie in (<paramref name="after"/>, <paramref name="until"/>].
    /// </summary>
    /// <param name="deadline">UTC.</param>
    /// <param name="after">UTC; the instant the matter came into being. What lay before it is not sent.</param>
    /// <param name="until">UTC.</param>
    /// <param name="overdue">Whether the matter stays open past its deadline, as a report does.</param>
    public static IEnumerable<Reminder> Between(
        DateTimeOffset deadline,
        DateTimeOffset after,
        DateTimeOffset until,
        bool overdue
    )
    {
        var lastDay = BeijingTime.LastOpenDay(deadline);
        var before = DaysBefore.Select(days => new Reminder(
            -days,
            BeijingTime.At(lastDay.AddDays(-days), Morning)
        ));
        // A province may close before the morning's reminder: nobody is reminded of what is closed already.
        foreach (
            var reminder in before.Where(r =>
                r.DueAt < deadline && r.DueAt > after && r.DueAt <= until
            )
        )
        {
            yield return reminder;
        }

        for (var days = OverdueEveryDays; overdue; days += OverdueEveryDays)
        {
            var at = BeijingTime.At(lastDay.AddDays(days), Morning);
            if (at > until)
            {
                yield break;
            }

            if (at > after)
            {
                yield return new Reminder(days, at);
            }
        }
    }
}

/// <summary>One reminder.</summary>
/// <param name="DaysFromDeadline">Negative before the last open day, 0 on it, positive when overdue.</param>
/// <param name="DueAt">UTC.</param>
public sealed record Reminder(int DaysFromDeadline, DateTimeOffset DueAt)
{
    public bool IsOverdue => DaysFromDeadline > 0;
}
