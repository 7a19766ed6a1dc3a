namespace TradeSecretPilot.Domain.Appraisals;

public static class AppraisalRefusals
{
    public static Refusal ExpertInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Expert.Invalid",
            "专家的姓名、工作单位和专业领域均须填写，且不超过规定字数。",
            "An expert needs a name, a unit and a specialty within their lengths."
        );

    public static Refusal PanelMissing() =>
        new(
            RefusalKind.WrongState,
            "ExpertPanel.Missing",
            "本批次还没有组建专家组，请先组建。",
            "This batch has no expert panel yet. Convene it first."
        );

    public static Refusal PanelEmpty() =>
        new(
            RefusalKind.InvalidInput,
            "ExpertPanel.Empty",
            "专家组至少要有一名专家，请选择。",
            "Choose at least one expert for the panel."
        );

    public static Refusal ExpertUnknown() =>
        new(
            RefusalKind.InvalidInput,
            "ExpertPanel.ExpertUnknown",
            "所选专家中有人不在专家库。请刷新后重新选择。",
            "One of the chosen experts is not in the pool. Reload and choose again."
        );

    public static Refusal NotOnPanel(string expert) =>
        new(
            RefusalKind.InvalidInput,
            "ExpertPanel.NotOnPanel",
            $"{expert}不是本批次专家组成员，请先加入专家组再指派。",
            $"{expert} does not sit on this batch's panel. Add the expert to the panel first."
        );

    public static Refusal DueDayInThePast() =>
        new(
            RefusalKind.InvalidInput,
            "ExpertPanel.DueDayInThePast",
            "评分截止日不能早于今天，请另选日期。",
            "The last day for scoring lies in the past. Choose another day."
        );

    public static Refusal PanelOpened() =>
        new(
            RefusalKind.WrongState,
            "ExpertPanel.Opened",
            "专家组已公开评分，不能再调整成员或指派。",
            "The panel's scores are open; members and assignments can no longer change."
        );

    public static Refusal MemberHasSheets() =>
        new(
            RefusalKind.WrongState,
            "ExpertPanel.MemberHasSheets",
            "有评分表的专家不能移出专家组。如需更换，请先收回其未提交的指派，或由专家本人申请回避。",
            "An expert with score sheets cannot leave the panel. Release the expert's open assignments first, or let the expert recuse."
        );

    public static Refusal NotAppraising() =>
        new(
            RefusalKind.WrongState,
            "ScoreSheet.NotAppraising",
            "只有上报截止后、评估结束前的已上报方案可以评估。请核对批次阶段。",
            "Plans are appraised after forwarding has closed and before the appraisal ends. Check the batch's stage."
        );

    public static Refusal NothingToUrge() =>
        new(
            RefusalKind.WrongState,
            "ExpertPanel.NothingToUrge",
            "所选专家没有未提交的评分表，不用催办。请刷新后重新选择。",
            "These experts owe no score sheets. Reload and choose again."
        );

    public static Refusal UrgedToday() =>
        new(
            RefusalKind.WrongState,
            "ExpertPanel.UrgedToday",
            "所选专家今天已经催办过，每位专家每天只能催办一次。请明天再催办。",
            "An expert can be urged once a day, and was today. Urge again tomorrow."
        );

    public static Refusal SameProvince(string expert) =>
        new(
            RefusalKind.InvalidInput,
            "ScoreSheet.SameProvince",
            $"{expert}与该地区同省，须回避，请改派其他专家。",
            $"{expert} works in the same province and must not score this plan. Choose another expert."
        );

    public static Refusal AlreadyAssigned() =>
        new(
            RefusalKind.AlreadyDone,
            "ScoreSheet.AlreadyAssigned",
            "该专家已被指派过这份方案（含已回避、已收回），请选择其他专家。",
            "This expert already has this plan, has recused from it, or was released from it. Choose another expert."
        );

    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "ScoreSheet.NotFound",
            "没有找到这份评分表，可能未指派给您、您已回避或工作组已收回。请回到评审任务列表。",
            "This score sheet was not found; it is not assigned to you, you have recused, or the working group took it back. Go back to your list."
        );

    public static Refusal AssignmentNotFound() =>
        new(
            RefusalKind.NotFound,
            "ScoreSheet.AssignmentNotFound",
            "没有找到要收回的指派，可能已有变化。请刷新后重新选择。",
            "An assignment to release was not found; it may have changed. Reload and choose again."
        );

    public static Refusal WrongStatus(ScoreSheetStatus status) =>
        new(
            RefusalKind.WrongState,
            "ScoreSheet.WrongStatus",
            $"这份评分表目前为“{ScoreSheetTerms.Of(status).Zh}”，不能这样办理。请刷新后再试。",
            $"The score sheet is “{ScoreSheetTerms.Of(status).En}”; this is not possible now. Reload and try again."
        );

    public static Refusal ScoreOutOfRange() =>
        new(
            RefusalKind.InvalidInput,
            "ScoreSheet.ScoreOutOfRange",
            "评分须为0至100的整数，且只能按本批次的标准评分。请改正。",
            "Scores are whole numbers from 0 to 100 on the batch's criteria. Correct them."
        );

    public static Refusal CommentTooLong() =>
        new(
            RefusalKind.InvalidInput,
            "ScoreSheet.CommentTooLong",
            $"评语不能超过{ScoreSheet.CommentMaxLength}字，请精简。",
            $"The comment is longer than {ScoreSheet.CommentMaxLength} characters. Shorten it."
        );

    public static Refusal SheetIncomplete(int open) =>
        new(
            RefusalKind.InvalidInput,
            "ScoreSheet.Incomplete",
            $"还有{open}项标准未评分，评完后再提交。",
            $"{open} criteria have no score yet. Score them, then submit."
        );

    public static Refusal NothingToAppraise() =>
        new(
            RefusalKind.WrongState,
            "Appraisal.Nothing",
            "本批次没有已上报的方案，没有可以评估的内容。",
            "No plan was forwarded in this batch; there is nothing to appraise."
        );

    public static Refusal AppraisalIncomplete(int open, int lacking, int sheetsPerPlan) =>
        new(
            RefusalKind.InvalidInput,
            "Appraisal.Incomplete",
            $"评估尚不能结束：{open}份评分表未完成，{lacking}份方案不足{sheetsPerPlan}位专家评分。请催办，或收回未评的指派后补派专家。",
            $"The appraisal cannot end: {open} score sheets are open and {lacking} plans have fewer than {sheetsPerPlan} scores. Remind the experts, or release their assignments and assign others."
        );
}
