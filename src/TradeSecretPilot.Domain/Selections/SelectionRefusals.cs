namespace TradeSecretPilot.Domain.Selections;

public static class SelectionRefusals
{
    public static Refusal AlreadyDecided() =>
        new(
            RefusalKind.AlreadyDone,
            "Selection.AlreadyDecided",
            "本批次已作出遴选决定，不能再更改。",
            "The selection of this batch is decided and can no longer change."
        );

    public static Refusal NotAppraised() =>
        new(
            RefusalKind.WrongState,
            "Selection.NotAppraised",
            "专家评估尚未结束，不能遴选。请先在“专家评估”中结束评估。",
            "The appraisal has not ended; selection is not possible yet. Conclude the appraisal first."
        );

    public static Refusal NotProposed() =>
        new(
            RefusalKind.WrongState,
            "Selection.NotProposed",
            "草案尚未提交组长，不能决定。请先由工作组提交草案。",
            "The draft has not been put before the lead. The working group proposes it first."
        );

    public static Refusal ChoicesOutdated() =>
        new(
            RefusalKind.ChangedMeanwhile,
            "Selection.ChoicesOutdated",
            "参评名单已有变化或理由过长，草案未保存。请刷新后再试。",
            "The list has changed or a reason is too long; the draft was not saved. Reload and try again."
        );

    public static Refusal OutsideSeats(int selected, int min, int max) =>
        new(
            RefusalKind.InvalidInput,
            "Selection.OutsideSeats",
            $"已选{selected}个，不在{min}至{max}个之内。请增减入选地区，或由工作组组长先调整席位并说明理由。",
            $"{selected} regions are selected; the batch has {min} to {max} seats. Change the choice, or have the lead amend the seats with a reason."
        );

    public static Refusal ReasonsMissing(int count) =>
        new(
            RefusalKind.InvalidInput,
            "Selection.ReasonsMissing",
            $"有{count}个地区的入选与评估排名不一致，尚未说明理由。请逐个填写。",
            $"{count} choices depart from the appraisal ranking without a reason. Give a reason for each."
        );

    public static Refusal NumberInvalid(int max) =>
        new(
            RefusalKind.InvalidInput,
            "Selection.NumberInvalid",
            $"请填写文号，不超过{max}字。",
            $"Give the document number, at most {max} characters."
        );

    public static Refusal DocumentNumberTaken(string number) =>
        new(
            RefusalKind.AlreadyDone,
            "Announcement.NumberTaken",
            $"文号“{number}”已用于另一批次的公布，请核对。",
            $"The document number “{number}” was used for another batch's announcement. Check it."
        );

    public static Refusal NotDecided() =>
        new(
            RefusalKind.WrongState,
            "Selection.NotDecided",
            "本批次还没有遴选决定。请由工作组组长先作出决定。",
            "The selection of this batch is not decided yet. The lead decides it first."
        );

    public static Refusal NotAnnounced() =>
        new(
            RefusalKind.NotFound,
            "Announcement.NotFound",
            "没有找到已公布的名单，可能尚未公布。",
            "No published list was found; it may not be public yet."
        );

    public static Refusal LateNeedsReason(DateTimeOffset publishBy, Refusal reason) =>
        new(
            RefusalKind.InvalidInput,
            "Announcement.LateNeedsReason",
            $"已过公布时限{BeijingTime.DeadlineZh(publishBy)}，须说明理由方可公布，并将一直标明逾期。{reason.Zh}",
            $"The publication date, {BeijingTime.DeadlineEn(publishBy)}, has passed; a reason is needed, and the list stays marked late. {reason.En}"
        );
}
