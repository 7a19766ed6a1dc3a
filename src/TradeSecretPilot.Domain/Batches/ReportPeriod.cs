namespace TradeSecretPilot.Domain.Batches;

/// <summary>A half-year of the pilot that ends in a report (四（三）: 每年6月底、12月底).</summary>
/// <param name="Ordinal">From 1; a batch has as many as its term asks for.</param>
/// <param name="StartsOn">First day of the period.</param>
/// <param name="DueOn">Last day of the period, and the last day to file. It never moves, not to a working day either.</param>
public sealed record ReportPeriod(int Ordinal, DateOnly StartsOn, DateOnly DueOn)
{
    /// <summary>Days, both ends counted; what is shorter at either end of a term has no report of its own. Portal setting.</summary>
    public const int ShortestDays = 60;

    /// <summary>The instant (UTC) from which the report is late.</summary>
    public DateTimeOffset DueAt => BeijingTime.EndOf(DueOn);

    /// <summary>
    /// The periods of a term: reports are due on every 30 June and 31 December inside it (四（三）) and on its last day. A first or last
    /// period of less than <see cref="ShortestDays"/> days is merged into its neighbour (portal setting; the plan does not say). None where
    /// the term ends before it starts.
    /// </summary>
    /// <param name="start">First day of the pilots.</param>
    /// <param name="end">Their last day.</param>
    public static IReadOnlyList<ReportPeriod> Between(DateOnly start, DateOnly end)
    {
        var spans = new List<(DateOnly From, DateOnly To)>();
        for (var day = start; day <= end; day = spans[^1].To.AddDays(1))
        {
            var due = DueDayOf(day);
            spans.Add((day, due < end ? due : end));
        }

        if (spans.Count > 1 && IsShort(spans[0].From, spans[0].To))
        {
            spans[1] = (spans[0].From, spans[1].To);
            spans.RemoveAt(0);
        }

        if (spans.Count > 1 && IsShort(spans[^1].From, spans[^1].To))
        {
            spans[^2] = (spans[^2].From, spans[^1].To);
            spans.RemoveAt(spans.Count - 1);
        }

        return [.. spans.Select((s, i) => new ReportPeriod(i + 1, s.From, s.To))];
    }

    /// <summary>The half-year that a period is called by: the one it lies in but for the few days merged into it.</summary>
    /// <param name="dueOn">The last day of the period.</param>
    /// <returns>The year, and whether it is the first half of it 上半年.</returns>
    public static (int Year, bool IsFirstHalf) HalfYearOf(DateOnly dueOn)
    {
        var day = dueOn.AddDays(1 - ShortestDays);
        return (day.Year, DueDayOf(day).Month == 6);
    }

    /// <summary>Whether it begins with days that were too few for a report of their own: a first period 首期.</summary>
    public bool BeginsWithShort() =>
        DueDayOf(StartsOn) is var due && due < DueOn && IsShort(StartsOn, due);

    /// <summary>Whether it ends with days that were too few for a report of their own: a last period 末期.</summary>
    public bool EndsWithShort() =>
        StartOfHalfYear(DueOn) is var from && from > StartsOn && IsShort(from, DueOn);

    private static bool IsShort(DateOnly from, DateOnly to) =>
        to.DayNumber - from.DayNumber + 1 < ShortestDays;

    /// <summary>The 30 June or 31 December on or after a day.</summary>
    private static DateOnly DueDayOf(DateOnly day) =>
        day.Month <= 6 ? new(day.Year, 6, 30) : new(day.Year, 12, 31);

    private static DateOnly StartOfHalfYear(DateOnly day) =>
        day.Month <= 6 ? new(day.Year, 1, 1) : new(day.Year, 7, 1);
}
