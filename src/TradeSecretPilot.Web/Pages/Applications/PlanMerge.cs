using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>
/// Two people wrote on the same plan: what I changed is put on top of what they saved, field by field; what I did not
/// touch stays as they have it.
/// </summary>
public static class PlanMerge
{
    /// <param name="start">The plan both started from.</param>
    public static WorkPlan Merge(WorkPlan start, WorkPlan mine, WorkPlan theirs)
    {
        var merged = theirs;
        foreach (var key in PlanFields.TextKeys)
        {
            var text = PlanFields.Read(mine, key)!;
            if (text != PlanFields.Read(start, key))
            {
                merged = PlanFields.Write(merged, key, text);
            }
        }

        return merged with
        {
            Measures = Lists(start.Measures, mine.Measures, theirs.Measures, m => m.Id, Fields),
            Support = Lists(
                start.Support,
                mine.Support,
                theirs.Support,
                l => (l.Level, l.Year),
                (before, own, other) => own == before ? other : own
            ),
            Attachments = Lists(
                start.Attachments,
                mine.Attachments,
                theirs.Attachments,
                a => a.Id,
                (before, own, other) => own == before ? other : own
            ),
        };
    }

    private static Measure Fields(Measure before, Measure mine, Measure theirs)
    {
        return new Measure
        {
            Id = mine.Id,
            Title = Pick(m => m.Title),
            SubTask = Pick(m => m.SubTask),
            Innovation = Pick(m => m.Innovation),
            ResponsibleUnit = Pick(m => m.ResponsibleUnit),
            CoUnits = Pick(m => m.CoUnits),
            StartMonth = Pick(m => m.StartMonth),
            FinishMonth = Pick(m => m.FinishMonth),
            Deliverable = Pick(m => m.Deliverable),
            Target = Pick(m => m.Target),
        };

        T Pick<T>(Func<Measure, T> field) =>
            EqualityComparer<T>.Default.Equals(field(mine), field(before))
                ? field(theirs)
                : field(mine);
    }

    // Nothing that somebody wrote is dropped because the other removed it.
    private static List<T> Lists<T, TKey>(
        IReadOnlyList<T> start,
        IReadOnlyList<T> mine,
        IReadOnlyList<T> theirs,
        Func<T, TKey> key,
        Func<T, T, T, T> fields
    )
        where T : class
        where TKey : notnull
    {
        var before = start.DistinctBy(key).ToDictionary(key);
        var own = mine.DistinctBy(key).ToDictionary(key);
        var other = theirs.DistinctBy(key).ToDictionary(key);
        var reordered = !mine.Select(key)
            .Where(before.ContainsKey)
            .SequenceEqual(start.Select(key).Where(own.ContainsKey));
        var (first, second) = reordered ? (mine, theirs) : (theirs, mine);
        return
        [
            .. first
                .Concat(second)
                .Select(key)
                .Distinct()
                .Select(k =>
                    (own.GetValueOrDefault(k), other.GetValueOrDefault(k)) switch
                    {
                        ({ } m, { } t) => before.TryGetValue(k, out var b) ? fields(b, m, t) : m,
                        ({ } m, null) => m.Equals(before.GetValueOrDefault(k)) ? null : m,
                        (null, { } t) => t.Equals(before.GetValueOrDefault(k)) ? null : t,
                        _ => null,
                    }
                )
                .OfType<T>(),
        ];
    }
}
