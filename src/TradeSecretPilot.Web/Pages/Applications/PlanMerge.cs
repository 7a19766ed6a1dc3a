using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Components;

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
            Measures = ListMerge.Of(
                start.Measures,
                mine.Measures,
                theirs.Measures,
                m => m.Id,
                Fields
            ),
            Support = ListMerge.Of(
                start.Support,
                mine.Support,
                theirs.Support,
                l => (l.Level, l.Year)
            ),
            Attachments = ListMerge.Of(
                start.Attachments,
                mine.Attachments,
                theirs.Attachments,
                a => a.Id
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
}
