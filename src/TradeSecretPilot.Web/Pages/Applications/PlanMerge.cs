using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Ui.Editing;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>
/// Two people wrote on the same plan: what I changed is put on top of what they saved, field by field and within a text sentence
/// by sentence; what I did not touch stays as they have it.
/// </summary>
/// <param name="Plan">Where both changed the same passage it holds mine.</param>
/// <param name="IsContested">Both changed the same passage: a person must choose.</param>
public sealed record PlanMerge(WorkPlan Plan, bool IsContested)
{
    /// <param name="start">The plan both started from.</param>
    public static PlanMerge Of(WorkPlan start, WorkPlan mine, WorkPlan theirs)
    {
        if (ReferenceEquals(mine, start))
        {
            // Nothing of mine: what they saved, as it is, so that nothing is left to be saved.
            return new(theirs, IsContested: false);
        }

        var contested = false;
        var merged = theirs;
        foreach (var key in PlanFields.TextKeys)
        {
            merged = PlanFields.Write(
                merged,
                key,
                Text(
                    PlanFields.Read(start, key)!,
                    PlanFields.Read(mine, key)!,
                    PlanFields.Read(theirs, key)!
                )
            );
        }

        merged = merged with
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
                l => (l.Level, l.Year),
                Contest
            ),
            Attachments = ListMerge.Of(
                start.Attachments,
                mine.Attachments,
                theirs.Attachments,
                a => a.Id,
                Contest
            ),
        };
        return new PlanMerge(merged, contested);

        Measure Fields(Measure before, Measure own, Measure other)
        {
            return new Measure
            {
                Id = own.Id,
                Title = Pick(m => m.Title),
                SubTask = PickValue(m => m.SubTask),
                Innovation = Pick(m => m.Innovation),
                ResponsibleUnit = Pick(m => m.ResponsibleUnit),
                CoUnits = Pick(m => m.CoUnits),
                StartMonth = PickValue(m => m.StartMonth),
                FinishMonth = PickValue(m => m.FinishMonth),
                Deliverable = Pick(m => m.Deliverable),
                Target = Pick(m => m.Target),
            };

            string Pick(Func<Measure, string> field) =>
                Text(field(before), field(own), field(other));

            T PickValue<T>(Func<Measure, T> field) =>
                Contest(field(before), field(own), field(other));
        }

        string Text(string before, string own, string other)
        {
            var text = TextMerge.Of(before, own, other);
            contested |= text is null;
            return text ?? own;
        }

        T Contest<T>(T before, T own, T other)
        {
            contested |= ThreeWay.IsContested(before, own, other);
            return ThreeWay.Pick(before, own, other);
        }
    }
}
