namespace TradeSecretPilot.Domain.Applications;

/// <summary>
/// 举措侧重的任务: the task areas that hold at least their even share, a sixth, of a plan's measures. A plan may have several.
/// A reading aid of the portal, not a criterion of the plan of 2 March 2022.
/// </summary>
public static class TaskEmphasis
{
    private static readonly int Areas = Enum.GetValues<TaskArea>().Length;

    public static IReadOnlyList<TaskArea> Of(WorkPlan plan)
    {
        var areas = plan
            .Measures.Where(m => m.SubTask is not null)
            .Select(m => m.SubTask!.Value.Area())
            .ToList();
        return
        [
            .. areas
                .CountBy(a => a)
                .Where(a => a.Value * Areas >= areas.Count)
                .Select(a => a.Key)
                .Order(),
        ];
    }
}
