namespace TradeSecretPilot.Domain.ProgressReports;

public static class ReportRefusals
{
    private const int GapsNamed = 5;

    public static Refusal NotFound() =>
        new(
            "ProgressReport.NotFound",
            "没有找到这期报告，可能已不在您的办理范围内。请回到列表重新进入。",
            "This report was not found, or is no longer within your remit. Go back to the list."
        );

    public static Refusal WrongStatus(ReportStatus status, ReportAct act) =>
        new(
            "ProgressReport.WrongStatus",
            $"这期报告目前为“{NameZh(status)}”，不能{NameZh(act)}。请刷新后按当前状态办理。",
            $"The report is “{status}”; “{act}” is not possible now. Reload and act on the current status."
        );

    public static Refusal TooEarly(DateTimeOffset opensAt) =>
        new(
            "ProgressReport.TooEarly",
            $"本期报告自{BeijingTime.Exact(opensAt)[..10]}起可以报送，现在可以先填写，内容会自动保存。",
            $"The report can be filed from {BeijingTime.Exact(opensAt)[..10]} on; you can write it now, it is saved as you go."
        );

    public static Refusal NotYetOverdue(DateTimeOffset dueAt) =>
        new(
            "ProgressReport.NotYetOverdue",
            $"报送截止{BeijingTime.DeadlineZh(dueAt)}尚未到。",
            $"The report is not overdue before {BeijingTime.DeadlineEn(dueAt)}."
        );

    public static Refusal Incomplete(IReadOnlyList<(string Anchor, string Zh, string En)> gaps)
    {
        var zh = string.Join("；", gaps.Take(GapsNamed).Select(g => g.Zh));
        var en = string.Join("; ", gaps.Take(GapsNamed).Select(g => g.En));
        var more = gaps.Count > GapsNamed;
        return new Refusal(
            "ProgressReport.Incomplete",
            $"还差{gaps.Count}项，暂不能报送：{zh}{(more ? "等" : "")}。请补齐后再报送。",
            $"{gaps.Count} item(s) are missing: {en}{(more ? " and more" : "")}. Complete them, then file."
        );
    }

    public static Refusal AlreadyAnswered(AcknowledgementStatus status) =>
        new(
            "ProgressReport.AlreadyAnswered",
            status == AcknowledgementStatus.Acknowledged
                ? "贵单位已签收这期报告，无须重复办理。"
                : "贵单位已要求补充材料，请等试点地区补充后再办理。",
            status == AcknowledgementStatus.Acknowledged
                ? "Your organisation has acknowledged this report already."
                : "Your organisation has asked for a supplement; wait for it."
        );

    public static Refusal ChangedMeanwhile(string? by, DateTimeOffset? at) =>
        new(
            "ProgressReport.ChangedMeanwhile",
            $"{by ?? "他人"}已{(at is { } t ? "于" + BeijingTime.Exact(t)[11..19] : "")}修改了这期报告，您的修改尚未保存。请对照后再存，您写的内容仍在页面上。",
            $"{by ?? "Somebody else"} changed this report meanwhile; your changes are not saved yet. Compare, then save; what you typed is still on the page."
        );

    public static Refusal TextTooLong() =>
        new(
            "ProgressReport.TextTooLong",
            $"有一段文字超过{ReportContent.TextMaxLength}字，未能保存。请精简后再试。",
            $"A text is longer than {ReportContent.TextMaxLength} characters and was not saved. Shorten it."
        );

    public static Refusal FigureInvalid() =>
        new(
            "ProgressReport.FigureInvalid",
            "指标数值须为非负数，至多两位小数，且不超过10亿。请改正。",
            "A figure must be a number from 0 to a thousand million with at most two decimals. Correct it."
        );

    private static string NameZh(ReportStatus status) =>
        status switch
        {
            ReportStatus.NotDue => "未到期",
            ReportStatus.Due => "待报送",
            ReportStatus.Missing => "缺报",
            ReportStatus.Filed => "已报送",
            ReportStatus.Supplement => "待补充",
            _ => "已签收",
        };

    private static string NameZh(ReportAct act) =>
        act switch
        {
            ReportAct.Edit => "修改",
            ReportAct.File => "报送",
            ReportAct.FallDue => "转为待报送",
            ReportAct.GoMissing => "转为缺报",
            ReportAct.Acknowledge => "签收",
            _ => "要求补充材料",
        };
}
