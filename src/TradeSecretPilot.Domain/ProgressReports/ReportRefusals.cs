namespace TradeSecretPilot.Domain.ProgressReports;

public static class ReportRefusals
{
    private const int GapsNamed = 5;

    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "ProgressReport.NotFound",
            "没有找到这期报告，可能已不在您的办理范围内。请回到列表重新进入。",
            "This report was not found, or is no longer within your remit. Go back to the list."
        );

    public static Refusal WrongStatus(ReportStatus status, ReportAct act) =>
        new(
            RefusalKind.WrongState,
            "ProgressReport.WrongStatus",
            $"这期报告目前为“{ReportTerms.Of(status).Zh}”，不能{NameOf(act).Zh}。请刷新后按当前状态办理。",
            $"The report is “{ReportTerms.Of(status).En}”; it is not possible now to {NameOf(act).En}. Reload and act on the current status."
        );

    public static Refusal TooEarly(DateTimeOffset opensAt) =>
        new(
            RefusalKind.WrongState,
            "ProgressReport.TooEarly",
            $"本期报告自{BeijingTime.Exact(opensAt)[..10]}起可以报送，现在可以先填写，内容会自动保存。",
            $"The report can be filed from {BeijingTime.Exact(opensAt)[..10]} on; you can write it now, it is saved as you go."
        );

    public static Refusal NotYetOverdue(DateTimeOffset dueAt) =>
        new(
            RefusalKind.WrongState,
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
            RefusalKind.InvalidInput,
            "ProgressReport.Incomplete",
            $"还差{gaps.Count}项，暂不能报送：{zh}{(more ? "等" : "")}。请补齐后再报送。",
            $"{gaps.Count} item(s) are missing: {en}{(more ? " and more" : "")}. Complete them, then file."
        );
    }

    public static Refusal AlreadyAnswered(AcknowledgementStatus status) =>
        new(
            RefusalKind.AlreadyDone,
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
            RefusalKind.ChangedMeanwhile,
            "ProgressReport.ChangedMeanwhile",
            $"{by ?? "他人"}已{(at is { } t ? "于" + BeijingTime.Exact(t)[11..19] : "")}修改了这期报告，您的修改尚未保存。请对照后再存，您写的内容仍在页面上。",
            $"{by ?? "Somebody else"} changed this report meanwhile; your changes are not saved yet. Compare, then save; what you typed is still on the page."
        );

    public static Refusal TextTooLong() =>
        new(
            RefusalKind.InvalidInput,
            "ProgressReport.TextTooLong",
            $"有一段文字超过{TextFault.DraftMaxLength}字，无法保存到平台；内容仍在页面上和这台电脑的浏览器里。请先精简。",
            $"A text is longer than {TextFault.DraftMaxLength} characters and cannot be saved; it is still on the page and in this browser. Shorten it first."
        );

    public static Refusal FigureInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "ProgressReport.FigureInvalid",
            "指标数值须为非负数，至多两位小数，且不超过10亿。请改正。",
            "A figure must be a number from 0 to a thousand million with at most two decimals. Correct it."
        );

    private static Term NameOf(ReportAct act) =>
        act switch
        {
            ReportAct.Edit => new("修改", "edit it"),
            ReportAct.File => new("报送", "file it"),
            ReportAct.FallDue => new("转为待报送", "call for it"),
            ReportAct.GoMissing => new("转为缺报", "mark it missing"),
            ReportAct.Acknowledge => new("签收", "acknowledge it"),
            _ => new("要求补充材料", "ask for a supplement"),
        };
}
