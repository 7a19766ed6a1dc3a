namespace TradeSecretPilot.Domain.ProvincialReviews;

public static class ProvincialReviewRefusals
{
    public static Refusal CallNotFound() =>
        new(
            RefusalKind.NotFound,
            "ProvincialCall.NotFound",
            "本批次没有您单位的组织申报记录，可能批次尚未开始受理。",
            "There is no provincial call of yours in this batch; it may not have opened yet."
        );

    public static Refusal ReviewNotFound() =>
        new(
            RefusalKind.NotFound,
            "ProvincialReview.NotFound",
            "没有找到这件申报的初审意见，可能还没有开始初审。",
            "There is no review of this application; it may not have begun."
        );

    public static Refusal AlreadyForwarded(string letterNumber) =>
        new(
            RefusalKind.AlreadyDone,
            "ProvincialCall.AlreadyForwarded",
            $"本省已以“{letterNumber}”上报，全省一函，不能再更改。如确有错漏，请联系总局工作组。",
            $"The province has forwarded its one letter, “{letterNumber}”; nothing can be changed. Contact the SAMR working group if there is an error."
        );

    public static Refusal DeadlineInThePast() =>
        new(
            RefusalKind.InvalidInput,
            "ProvincialCall.DeadlineInThePast",
            "本省截止时间须晚于现在，请另选日期。",
            "The province's deadline must lie in the future. Choose another day."
        );

    public static Refusal DeadlineUnchanged(DateTimeOffset deadline) =>
        new(
            RefusalKind.AlreadyDone,
            "ProvincialCall.DeadlineUnchanged",
            $"本省截止时间已经是{BeijingTime.DeadlineZh(deadline)}，没有变化。如需调整，请另选日期。",
            $"The province's deadline is {BeijingTime.DeadlineEn(deadline)} already. Choose another day to change it."
        );

    public static Refusal RankingOutdated() =>
        new(
            RefusalKind.ChangedMeanwhile,
            "ProvincialCall.RankingOutdated",
            "推荐名单已有变化，名次未保存。请刷新后重新排序。",
            "The list of recommendations has changed; the ranking was not saved. Reload and rank again."
        );

    public static Refusal LetterNumberInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "ProvincialCall.LetterNumberInvalid",
            $"请填写上报函文号，不超过{ProvincialCall.LetterNumberMaxLength}字。",
            $"Give the letter's document number, at most {ProvincialCall.LetterNumberMaxLength} characters."
        );

    public static Refusal NothingRanked() =>
        new(
            RefusalKind.WrongState,
            "ProvincialCall.NothingRanked",
            "还没有排定名次的推荐地区，不能上报。请先推荐并排序。",
            "No recommended region has a rank yet; there is nothing to forward. Recommend and rank first."
        );

    public static Refusal ChecklistOpen(int open) =>
        new(
            RefusalKind.InvalidInput,
            "ProvincialReview.ChecklistOpen",
            $"清单还有{open}项未核对，核对后可推荐。",
            $"{open} item(s) of the checklist are still open. Check them, then recommend."
        );

    public static Refusal ChecklistFailed() =>
        new(
            RefusalKind.InvalidInput,
            "ProvincialReview.ChecklistFailed",
            "清单中有“不符”的项目，不能推荐。请退回修改，或不予推荐。",
            "An item of the checklist fails; the plan cannot be recommended. Return or decline it."
        );

    public static Refusal OpinionMissing() =>
        new(
            RefusalKind.InvalidInput,
            "ProvincialReview.OpinionMissing",
            "请填写初审意见，推荐时随上报函送总局。",
            "Write the review opinion; it goes to SAMR with the letter."
        );

    public static Refusal OpinionTooLong() =>
        new(
            RefusalKind.InvalidInput,
            "ProvincialReview.OpinionTooLong",
            $"初审意见不能超过{ProvincialReview.OpinionMaxLength}字，请精简。",
            $"The opinion is longer than {ProvincialReview.OpinionMaxLength} characters. Shorten it."
        );
}
