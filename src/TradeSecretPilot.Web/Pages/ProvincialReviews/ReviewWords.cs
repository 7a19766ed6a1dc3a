using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>The checklist of the preliminary review in Chinese, each the key of its translation.</summary>
public static class ReviewWords
{
    public static string Of(ReviewCheck check) =>
        check switch
        {
            ReviewCheck.EligibleApplicant => "申报主体为市、县（区）或功能区",
            ReviewCheck.InTheGovernmentsName => "以政府名义申请",
            ReviewCheck.ThreePartsComplete => "三个部分齐全，内容与标题相符",
            ReviewCheck.MeasuresMatchSubTasks => "举措与子任务对应，责任单位明确",
            ReviewCheck.TargetsVerifiable => "目标可以核验，有数量和时限",
            ReviewCheck.SupportItemised => "人财物按层级和年度列明",
            ReviewCheck.NoSecrets => "未见涉密信息和企业秘密内容",
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, "Unknown check."),
        };

    public static string Of(ReviewFinding finding) =>
        finding switch
        {
            ReviewFinding.Conforms => "符合",
            ReviewFinding.Doubtful => "存疑",
            ReviewFinding.Fails => "不符",
            _ => throw new ArgumentOutOfRangeException(
                nameof(finding),
                finding,
                "Unknown finding."
            ),
        };

    /// <summary>A part of the plan in as few characters as the phone's tabs have room for.</summary>
    public static string InBrief(PlanPart part) =>
        part switch
        {
            PlanPart.Foundation => "一、基础",
            PlanPart.Measures => "二、举措",
            _ => "三、保障",
        };

    /// <summary>Colour class and icon of a finding; the word always stands beside them.</summary>
    public static (string Css, string Icon) MarkOf(ReviewFinding finding) =>
        finding switch
        {
            ReviewFinding.Conforms => ("y", "ic-check"),
            ReviewFinding.Doubtful => ("q", "ic-warn"),
            _ => ("x", "ic-cross"),
        };
}
