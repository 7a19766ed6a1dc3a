using FsCheck;
using FsCheck.Fluent;

namespace TradeSecretPilot.Domain.Tests.Shared;

public sealed class ReminderCalendarTests
{
    private static readonly DateTimeOffset Due = BeijingTime.EndOf(new(2022, 12, 31));

    [Fact]
    public void Between_AllOfIt_RemindsOnTheDaysOfTheCalendar()
    {
        var reminders = ReminderCalendar
            .Between(Due, Due.AddDays(-40), Due.AddDays(15), overdue: true)
            .ToList();

        Assert.Equal([-30, -14, -7, -3, -1, 0, 7, 14], reminders.Select(r => r.DaysFromDeadline));
        Assert.All(
            reminders,
            r =>
                Assert.Equal(
                    BeijingTime.At(
                        new DateOnly(2022, 12, 31).AddDays(r.DaysFromDeadline),
                        new TimeOnly(9, 0)
                    ),
                    r.DueAt
                )
        );
        Assert.Equal([7, 14], reminders.Where(r => r.IsOverdue).Select(r => r.DaysFromDeadline));
    }

    [Fact]
    public void Between_NotOverdue_EndsWithTheDeadline() =>
        Assert.All(
            ReminderCalendar.Between(Due, Due.AddDays(-40), Due.AddDays(40), overdue: false),
            r => Assert.True(r.DueAt < Due)
        );

    [Fact]
    public void Between_Ends_AreOpenBelowAndClosedAbove()
    {
        var last = BeijingTime.At(new(2022, 12, 31), new(9, 0));

        Assert.Empty(ReminderCalendar.Between(Due, last, Due, overdue: false));
        Assert.Single(ReminderCalendar.Between(Due, last.AddTicks(-1), last, overdue: false));
        Assert.Empty(
            ReminderCalendar.Between(Due, last.AddTicks(-2), last.AddTicks(-1), overdue: false)
        );
    }

    [Fact]
    public void Between_LeapYear_CountsTheLeapDay() =>
        Assert.Equal(
            new DateTimeOffset(2024, 2, 29, 1, 0, 0, TimeSpan.Zero),
            ReminderCalendar
                .Between(
                    BeijingTime.EndOf(new(2024, 3, 1)),
                    Some.Now,
                    Some.Now.AddYears(3),
                    overdue: false
                )
                .Single(r => r.DaysFromDeadline == -1)
                .DueAt
        );

    [Fact]
    public void Between_DeadlineBeforeTheMorning_SendsNothingOnceItHasPassed()
    {
        var deadline = BeijingTime.At(new(2022, 5, 10), new(8, 0));

        var reminders = ReminderCalendar.Between(
            deadline,
            deadline.AddDays(-2),
            deadline.AddDays(1),
            overdue: false
        );

        Assert.Equal([-1], reminders.Select(r => r.DaysFromDeadline));
    }

    [Fact]
    public void Between_AnyRange_IsOrderedDistinctAndWithin() =>
        Prop.ForAll(
                Ranges(),
                x =>
                {
                    var all = Between(x.Deadline, x.From, x.Until, x.Overdue);
                    return all.SequenceEqual(all.Distinct().OrderBy(r => r.DueAt))
                        && all.TrueForAll(r => r.DueAt > x.From && r.DueAt <= x.Until)
                        && all.TrueForAll(r => r.IsOverdue == r.DueAt >= x.Deadline);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Between_AdjacentRanges_AddUpToTheWhole() =>
        Prop.ForAll(
                Ranges(),
                x =>
                    Between(x.Deadline, x.From, x.Middle, x.Overdue)
                        .Concat(Between(x.Deadline, x.Middle, x.Until, x.Overdue))
                        .SequenceEqual(Between(x.Deadline, x.From, x.Until, x.Overdue))
            )
            .QuickCheckThrowOnFailure();

    private static List<Reminder> Between(
        DateTimeOffset deadline,
        DateTimeOffset from,
        DateTimeOffset until,
        bool overdue
    ) => [.. ReminderCalendar.Between(deadline, from, until, overdue)];

    private static Arbitrary<Range> Ranges() =>
        (
            from deadline in Gen.Choose(0, 100_000)
            from hours in Gen.Choose(-1200, 1200).Three()
            from overdue in Gen.Elements(true, false)
            select Range.Of(
                Some.Now.AddMinutes(deadline * 30),
                [hours.Item1, hours.Item2, hours.Item3],
                overdue
            )
        ).ToArbitrary();

    private sealed record Range(
        DateTimeOffset Deadline,
        DateTimeOffset From,
        DateTimeOffset Middle,
        DateTimeOffset Until,
        bool Overdue
    )
    {
        public static Range Of(DateTimeOffset deadline, int[] hours, bool overdue)
        {
            var at = hours.Order().Select(h => deadline.AddHours(h)).ToList();
            return new Range(deadline, at[0], at[1], at[2], overdue);
        }
    }
}
