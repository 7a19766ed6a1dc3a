using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.Domain.ProgressReports;

/// <summary>Where two texts of a report differ, by the anchors that gaps use; all figures are one.</summary>
public static class ReportDifferences
{
    /// <summary>In the order of the report; empty for the same text.</summary>
    public static IReadOnlyList<string> Between(ReportContent before, ReportContent after)
    {
        var changed = new List<string>();
        Add("nil", before.IsNil == after.IsNil);
        Add("summary", before.Summary == after.Summary);
        foreach (var area in Enum.GetValues<TaskArea>())
        {
            Add($"area-{area}", TextOf(before, area) == TextOf(after, area));
        }

        Add(
            "figures",
            before.Figures.Count == after.Figures.Count
                && before.Figures.All(f => after.Figures.GetValueOrDefault(f.Key) == f.Value)
        );
        Add("problems", before.Problems == after.Problems);
        Add("nextSteps", before.NextSteps == after.NextSteps);
        Add("attachments", before.Attachments.SequenceEqual(after.Attachments));
        return changed;

        void Add(string anchor, bool isSame)
        {
            if (!isSame)
            {
                changed.Add(anchor);
            }
        }
    }

    private static string TextOf(ReportContent content, TaskArea area) =>
        content.Areas.GetValueOrDefault(area) ?? "";
}
