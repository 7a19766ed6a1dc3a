using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Selections;

namespace TradeSecretPilot.Web.Components;

/// <summary>
/// The chip of every status: its word, and its mark, the name under which icons.css draws the icon and tokens.css
/// sets the colours.
/// </summary>
/// <param name="Mark">Such as Submitted.</param>
/// <param name="Word">Chinese word, the key of its translation.</param>
public sealed record StatusWords(string Mark, string Word)
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["Draft"] = "草稿",
        ["Submitted"] = "待初审",
        ["Returned"] = "退回修改",
        ["Declined"] = "不予推荐",
        ["Recommended"] = "已推荐",
        ["Forwarded"] = "已上报",
        ["Appraised"] = "已评估",
        ["Selected"] = "入选",
        ["NotSelected"] = "未入选",
        ["Lapsed"] = "已失效",
        ["Withdrawn"] = "已撤回",
        ["Pilot"] = "试点中",
        ["Concluded"] = "试点期满",
        ["NotDue"] = "未到期",
        ["Due"] = "待报送",
        ["Filed"] = "已报送",
        ["Acknowledged"] = "已签收",
        ["Supplement"] = "待补充",
        ["Late"] = "逾期报送",
        ["Missing"] = "缺报",
        ["Nil"] = "零报告",
    };

    /// <summary>Every mark that is drawn, with its usual word.</summary>
    public static IReadOnlyDictionary<string, string> Marks => Words;

    /// <summary>The chip of a status given as its enum value, or as the name of a mark.</summary>
    /// <exception cref="ArgumentException">No chip is drawn for it.</exception>
    public static StatusWords Of(object status) =>
        status switch
        {
            ScoreSheetStatus.Assigned => new("Due", "待应答"),
            ScoreSheetStatus.Accepted => new("Draft", "评分中"),
            ScoreSheetStatus.Submitted => new("Acknowledged", "已提交"),
            ScoreSheetStatus.Recused => new("Withdrawn", "已回避"),
            ScoreSheetStatus.Released => new("Withdrawn", "已收回"),
            SelectionStatus.Draft => new("Draft", "草拟中"),
            SelectionStatus.Proposed => new("Submitted", "待决定"),
            SelectionStatus.Decided => new("Selected", "已决定"),
            BatchStage.Preparing => new("Draft", "筹备中"),
            BatchStage.Open => new("Pilot", "申报中"),
            BatchStage.Appraising => new("Appraised", "评估论证"),
            BatchStage.Selecting => new("Submitted", "遴选中"),
            BatchStage.Decided => new("Recommended", "待公布"),
            BatchStage.Announced => new("Forwarded", "已公布"),
            BatchStage.Running => new("Pilot", "试点中"),
            BatchStage.Concluded => new("Concluded", "试点期满"),
            PilotStatus.Running => new("Pilot", "试点中"),
            AcknowledgementStatus.Pending => new("NotDue", "待签收"),
            AcknowledgementStatus.SupplementRequested => new("Supplement", "待补充"),
            ApplicationStatus
            or ReportStatus
            or PilotStatus
            or AcknowledgementStatus
            or string when Words.TryGetValue(status.ToString()!, out var word) => new(
                status.ToString()!,
                word
            ),
            _ => throw new ArgumentException(
                $"No chip is drawn for the status {status}.",
                nameof(status)
            ),
        };
}
