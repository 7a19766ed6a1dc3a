namespace TradeSecretPilot.Domain.Applications;

/// <summary>Where two texts of a plan differ, by the anchors that gaps and comments use.</summary>
public static class PlanDifferences
{
    private static readonly (string Anchor, Func<WorkPlan, WorkPlan, bool> IsSame)[] Fields =
    [
        ("foundation", (a, b) => a.Foundation == b.Foundation),
        ("advantages", (a, b) => a.Advantages == b.Advantages),
        ("approach", (a, b) => a.Approach == b.Approach),
        ("measures", (a, b) => a.Measures.SequenceEqual(b.Measures)),
        ("phasing", (a, b) => a.Phasing == b.Phasing),
        ("leadership", (a, b) => a.Leadership == b.Leadership),
        ("safeguards", (a, b) => a.Safeguards == b.Safeguards),
        ("support", (a, b) => a.Support.SequenceEqual(b.Support)),
        ("attachments", (a, b) => a.Attachments.SequenceEqual(b.Attachments)),
    ];

    /// <summary>In the order of the plan; empty for the same text.</summary>
    public static IReadOnlyList<string> Between(WorkPlan before, WorkPlan after) =>
        [.. Fields.Where(f => !f.IsSame(before, after)).Select(f => f.Anchor)];
}
