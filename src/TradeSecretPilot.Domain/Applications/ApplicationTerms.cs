namespace TradeSecretPilot.Domain.Applications;

/// <summary>Statuses of an application in words: one table for refusals, pages and documents.</summary>
public static class ApplicationTerms
{
    public static Term Of(ApplicationStatus status) =>
        status switch
        {
            ApplicationStatus.Draft => new("草稿", "Draft"),
            ApplicationStatus.Submitted => new("待初审", "In review"),
            ApplicationStatus.Returned => new("退回修改", "Returned"),
            ApplicationStatus.Declined => new("不予推荐", "Declined"),
            ApplicationStatus.Recommended => new("已推荐", "Recommended"),
            ApplicationStatus.Forwarded => new("已上报", "Forwarded"),
            ApplicationStatus.Appraised => new("已评估", "Appraised"),
            ApplicationStatus.Selected => new("入选", "Selected"),
            ApplicationStatus.NotSelected => new("未入选", "Not selected"),
            ApplicationStatus.Lapsed => new("已失效", "Lapsed"),
            ApplicationStatus.Withdrawn => new("已撤回", "Withdrawn"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
}
