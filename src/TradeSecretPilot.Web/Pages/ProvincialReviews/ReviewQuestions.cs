using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>What is asked before each decision of the preliminary review.</summary>
public sealed class ReviewQuestions(IStringLocalizer texts)
{
    public Confirmation Return(GetReview.View review, IReadOnlyList<ReturnComment> notes) =>
        new(
            texts["将{0}的方案退回修改？", review.RegionName],
            texts[
                "申报地区会收到理由和批注，须在{0}前重新提交。",
                BeijingText.Deadline(review.Submission.At)
            ],
            notes.Count == 0
                ? texts["退回修改，不附批注"]
                : texts["退回修改，附{0}条批注", notes.Count]
        )
        {
            Records = [.. notes.Select(n => (texts.Words(n.Anchor), (string?)n.Text))],
            ReasonLabel = texts["退回理由"],
            ReasonRequired = true,
            ReasonMax = Application.ReasonMaxLength,
        };

    public Confirmation Decline(GetReview.View review) =>
        new(
            texts["不予推荐{0}？", review.RegionName],
            texts["本批次内不能再改，申报地区会收到理由。"],
            texts["不予推荐¦动作"]
        )
        {
            ReasonLabel = texts["不予推荐的理由"],
            ReasonRequired = true,
            ReasonMax = Application.ReasonMaxLength,
            Danger = true,
        };

    public Confirmation Recommend(GetReview.View review) =>
        new(
            texts["推荐{0}？", review.RegionName],
            texts["推荐后排定名次，随上报函报送市场监管总局；初审意见一并上报。"],
            texts["推荐"]
        );
}
