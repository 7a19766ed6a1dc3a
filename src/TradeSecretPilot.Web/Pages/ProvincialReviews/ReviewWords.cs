using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>The checklist of the preliminary review in Chinese, each the key of its translation.</summary>
public static class ReviewWords
{
    /// <summary>A part of the plan in as few characters as the phone's tabs have room for.</summary>
    public static string InBrief(PlanPart part) =>
        part switch
        {
            PlanPart.Foundation => "一、基础",
            PlanPart.Measures => "二、举措",
            PlanPart.Support => "三、保障",
            _ => "附件¦简",
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
