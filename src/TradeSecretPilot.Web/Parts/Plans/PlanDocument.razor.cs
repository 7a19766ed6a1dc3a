using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Parts.Files;

namespace TradeSecretPilot.Web.Parts.Plans;

/// <summary>
/// A work plan as the document it is: its three parts in official order, compared with a version before when one is
/// given, with the numbers of the comments where they belong.
/// </summary>
public sealed partial class PlanDocument
{
    [Parameter, EditorRequired]
    public required WorkPlan Plan { get; set; }

    /// <summary>The version to compare with; null shows the plan alone.</summary>
    [Parameter]
    public WorkPlan? Previous { get; set; }

    /// <summary>The only part to show; null shows all three.</summary>
    [Parameter]
    public PlanPart? Part { get; set; }

    /// <summary>
    /// Anchors of the comments, numbered from 1 in this order; each number stands at its anchor under the id <see cref="ComparedText.MarkId"/>.
    /// </summary>
    [Parameter]
    public IReadOnlyList<string> Marks { get; set; } = [];

    /// <summary>What stands beside each heading, such as a button that comments; it is given the anchor.</summary>
    [Parameter]
    public RenderFragment<string>? Tools { get; set; }

    /// <summary>Address beneath which this reader finds each attachment by its id; null gives no links.</summary>
    [Parameter]
    public string? FileBase { get; set; }

    // The whole document names what is there; its own tab says that there is none.
    private bool ShowsFiles =>
        Part is null
            ? Plan.Attachments.Count + (Previous?.Attachments.Count ?? 0) > 0
                || Marks.Contains(FileText.Anchor)
            : Part == PlanPart.Attachments;

    private IEnumerable<Measure> Dropped =>
        Previous?.Measures.Where(m => Plan.Measures.All(now => now.Id != m.Id)) ?? [];

    /// <summary>The id of a part's heading.</summary>
    public static string PartId(PlanPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"plan-part-{(int)part}");

    /// <summary>The id of a field's heading, by its anchor.</summary>
    public static string FieldId(string anchor) => "plan-" + anchor;

    private bool Shows(PlanPart part) => Part is null || Part == part;

    private Measure? Earlier(Measure measure) =>
        Previous?.Measures.FirstOrDefault(m => m.Id == measure.Id);

    private int? EarlierNumber(Measure measure)
    {
        var index = Previous?.Measures.ToList().FindIndex(m => m.Id == measure.Id) ?? -1;
        return index < 0 ? null : index + 1;
    }

    private IReadOnlyList<int> NumbersOf(string anchor) =>
        [
            .. Marks
                .Select((mark, i) => (Anchor: mark, Number: i + 1))
                .Where(m => m.Anchor == anchor)
                .Select(m => m.Number),
        ];
}
