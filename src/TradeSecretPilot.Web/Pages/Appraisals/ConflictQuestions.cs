using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Web.Ui.Dialogs;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>What an expert is asked before a plan opens, or is closed for good.</summary>
internal static class ConflictQuestions
{
    public static Confirmation Declare(IStringLocalizer L, string region) =>
        new(
            L["确认与{0}没有利害关系？", region],
            L[
                "您确认：不在该地区任职，未参与起草或为其提供咨询，与申报工作人员没有可能影响公正的关系。确认会留痕，方案内容随即打开；阅读中发现需要回避的，仍可回避。"
            ],
            L["确认，打开1份方案"]
        );

    public static Confirmation Recuse(IStringLocalizer L, string region) =>
        new(
            L["回避{0}的方案？", region],
            L[
                "回避后这份方案不再对您开放，已填的评分一并清除，不能恢复；工作组会收到理由并另派专家。"
            ],
            L["回避1份方案"]
        )
        {
            ReasonLabel = L["回避理由"],
            ReasonRequired = true,
            ReasonMax = ScoreSheet.ReasonMaxLength,
            Danger = true,
        };
}
