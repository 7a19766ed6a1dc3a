namespace TradeSecretPilot.Domain.ProgressReports;

/// <summary>Statuses of a report in words: one table for refusals, pages and documents.</summary>
public static class ReportTerms
{
    public static Term Of(ReportStatus status) =>
        status switch
        {
            ReportStatus.NotDue => new("未到期", "Not due"),
            ReportStatus.Due => new("待报送", "Due"),
            ReportStatus.Missing => new("缺报", "Missing"),
            ReportStatus.Filed => new("已报送", "Filed"),
            ReportStatus.Supplement => new("待补充", "Supplement"),
            ReportStatus.Acknowledged => new("已签收", "Acknowledged"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
}
