using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Parts.Plans;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>What was deleted from a plan last, so that it can be put back while the page is open.</summary>
/// <param name="Anchor">Of the table it stood in.</param>
/// <param name="Name">As the table showed it.</param>
/// <param name="PutBack">Puts it back in its place, into the plan as it stands then.</param>
public sealed record DeletedLine(string Anchor, string Name, Func<WorkPlan, WorkPlan> PutBack)
{
    public static DeletedLine Of(Measure measure, int index) =>
        new(
            PlanAnchor.Measures,
            measure.Title,
            plan =>
                plan.Measures.Any(m => m.Id == measure.Id)
                    ? plan
                    : plan with
                    {
                        Measures = Inserted(plan.Measures, index, measure),
                    }
        );

    public static DeletedLine Of(SupportLine line, int index, string name) =>
        new(
            PlanAnchor.Support,
            name,
            plan => plan with { Support = Inserted(plan.Support, index, line) }
        );

    private static IReadOnlyList<T> Inserted<T>(IReadOnlyList<T> lines, int index, T line)
    {
        var place = Math.Min(index, lines.Count);
        return [.. lines.Take(place), line, .. lines.Skip(place)];
    }
}
