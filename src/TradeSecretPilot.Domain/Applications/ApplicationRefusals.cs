namespace TradeSecretPilot.Domain.Applications;

public static class ApplicationRefusals
{
    private const int GapsNamed = 5;

    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Application.NotFound",
            "没有找到这件申报，可能已不在您的办理范围内。请回到列表重新进入。",
            "This application was not found, or is no longer within your remit. Go back to the list."
        );

    public static Refusal WrongStatus(ApplicationStatus status, ApplicationAct act) =>
        new(
            RefusalKind.WrongState,
            "Application.WrongStatus",
            $"这件申报目前为“{ApplicationTerms.Of(status).Zh}”，不能{NameOf(act).Zh}。请刷新后按当前状态办理。",
            $"The application is “{ApplicationTerms.Of(status).En}”; it is not possible now to {NameOf(act).En}. Reload and act on the current status."
        );

    public static Refusal DeadlinePassed(Deadline deadline, DateTimeOffset now) =>
        new(
            RefusalKind.TooLate,
            "Application.DeadlinePassed",
            $"已过截止时间{BeijingTime.DeadlineZh(deadline.At)}，服务器于{BeijingTime.Exact(now)}收到，未予受理。已保存的内容完整保留；如有特殊情况，请联系所在地省级市场监管部门申请延期。",
            $"The deadline, {BeijingTime.DeadlineEn(deadline.At)}, has passed; the server received this at {BeijingTime.Exact(now)} and did not accept it. What was saved is kept; ask your provincial regulator for an extension if there is good cause."
        );

    public static Refusal ProvinceForwarded() =>
        new(
            RefusalKind.TooLate,
            "Application.ProvinceForwarded",
            "本省已向市场监管总局上报，全省一函，本批次不再受理。如有疑问，请联系所在地省级市场监管部门。",
            "Your province has forwarded its one letter to SAMR; this batch takes nothing more. Ask your provincial regulator if you have questions."
        );

    public static Refusal NotYetDue(Deadline deadline) =>
        new(
            RefusalKind.WrongState,
            "Application.NotYetDue",
            $"截止时间{BeijingTime.DeadlineZh(deadline.At)}尚未到，不能作失效处理。",
            $"The deadline, {BeijingTime.DeadlineEn(deadline.At)}, has not passed; the application cannot lapse."
        );

    public static Refusal Incomplete(Completeness completeness)
    {
        var gaps = completeness.Gaps;
        var zh = string.Join("；", gaps.Take(GapsNamed).Select(g => g.Zh));
        var en = string.Join("; ", gaps.Take(GapsNamed).Select(g => g.En));
        var more = gaps.Count > GapsNamed;
        return new Refusal(
            RefusalKind.InvalidInput,
            "Application.Incomplete",
            $"还差{gaps.Count}项，暂不能提交：{zh}{(more ? "等" : "")}。请补齐后再提交。",
            $"{gaps.Count} item(s) are missing: {en}{(more ? " and more" : "")}. Complete them, then submit."
        );
    }

    public static Refusal BatchNotOpen() =>
        new(
            RefusalKind.WrongState,
            "Application.BatchNotOpen",
            "本批次目前不受理申报。请留意公开首页的时间安排。",
            "The batch does not accept applications now. See the dates on the public home page."
        );

    public static Refusal AlreadyStarted() =>
        new(
            RefusalKind.AlreadyDone,
            "Application.AlreadyStarted",
            "您单位在本批次已有一件申报，不能重复建立。请打开已有的申报继续办理。",
            "Your organisation already has an application in this batch. Open it instead."
        );

    public static Refusal NotAnnounced() =>
        new(
            RefusalKind.NotFound,
            "Application.NotAnnounced",
            "没有找到这件申报的遴选结果，名单可能尚未公布。名单公布后可以取得告知函。",
            "There is no outcome of this application; the list may not be published yet. The letter is there once it is."
        );

    public static Refusal ReturnTooLate(Deadline deadline) =>
        new(
            RefusalKind.TooLate,
            "Application.ReturnTooLate",
            $"申报截止{BeijingTime.DeadlineZh(deadline.At)}已过，退回后对方无法重新提交。请先为其延期，再退回修改。",
            $"The submission deadline, {BeijingTime.DeadlineEn(deadline.At)}, has passed; the region could not resubmit. Grant an extension first."
        );

    public static Refusal NothingToExtend() =>
        new(
            RefusalKind.WrongState,
            "Application.NothingToExtend",
            "这件申报已办结或已上报，延期没有意义。",
            "This application is finished or forwarded; there is nothing to extend."
        );

    public static Refusal ChangedMeanwhile(string? by, DateTimeOffset at) =>
        new(
            RefusalKind.ChangedMeanwhile,
            "Application.ChangedMeanwhile",
            $"{by ?? "他人"}已于{BeijingTime.Exact(at)[11..19]}修改了这份方案，您的修改尚未保存。请对照后再存，您写的内容仍在页面上。",
            $"{by ?? "Somebody else"} changed this plan at {BeijingTime.Exact(at)[11..19]}; your changes are not saved yet. Compare, then save; what you typed is still on the page."
        );

    public static Refusal TextTooLong(int max) =>
        new(
            RefusalKind.InvalidInput,
            "Application.TextTooLong",
            $"有一段文字超过{max}字，无法保存到平台；内容仍在页面上和这台电脑的浏览器里。请先精简。",
            $"A text is longer than {max} characters and cannot be saved; it is still on the page and in this browser. Shorten it first."
        );

    public static Refusal TooManyLines() =>
        new(
            RefusalKind.InvalidInput,
            "Application.TooManyLines",
            $"举措不超过{WorkPlan.MaxMeasures}条，支持表不超过{WorkPlan.MaxSupportLines}行。请合并后再存。",
            $"At most {WorkPlan.MaxMeasures} measures and {WorkPlan.MaxSupportLines} support lines. Merge some."
        );

    public static Refusal MeasureInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Application.MeasureInvalid",
            "有一条举措重复，或者对应的子任务无效，未能保存。请删去重复的一条。",
            "A measure appears twice, or its sub-task is none, and was not saved. Delete the one that is too many."
        );

    public static Refusal SupportLineInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Application.SupportLineInvalid",
            "支持表中有数字超出范围：人数为非负整数，资金为非负数（万元，至多两位小数）。请改正。",
            "A figure of the support table is out of range: staff is a whole number, funding a number in CNY 10,000 with at most two decimals. Correct it."
        );

    public static Refusal CommentInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Application.CommentInvalid",
            $"每条批注须写明内容且不超过{ReturnComment.TextMaxLength}字，最多{ReturnComment.MaxComments}条。",
            $"Each comment needs a text of at most {ReturnComment.TextMaxLength} characters; at most {ReturnComment.MaxComments} comments."
        );

    public static Refusal CommentNotFound() =>
        new(
            RefusalKind.NotFound,
            "Application.CommentNotFound",
            "没有找到这条退回意见，方案可能已再次退回。请刷新后按最新的意见办理。",
            "This comment was not found; the plan may have been returned again. Reload and work on the latest comments."
        );

    public static Refusal CommentHandled(int number, string by, DateTimeOffset at) =>
        new(
            RefusalKind.AlreadyDone,
            "Application.CommentHandled",
            $"退回意见{number}已由{by}于{BeijingTime.Exact(at)[..16]}标为已处理，无须重复。如需重新处理，请先撤销。",
            $"Comment {number} was marked as dealt with by {by} at {BeijingTime.Exact(at)[..16]}. Take that back first to work on it again."
        );

    public static Refusal CommentOpen(int number) =>
        new(
            RefusalKind.AlreadyDone,
            "Application.CommentOpen",
            $"退回意见{number}目前待处理，没有可以撤销的标记。请刷新页面。",
            $"Comment {number} is open; there is no mark to take back. Reload the page."
        );

    private static Term NameOf(ApplicationAct act) =>
        act switch
        {
            ApplicationAct.Edit => new("修改", "edit it"),
            ApplicationAct.Submit => new("提交", "submit it"),
            ApplicationAct.Return => new("退回修改", "return it"),
            ApplicationAct.Decline => new("不予推荐", "decline it"),
            ApplicationAct.Recommend => new("推荐", "recommend it"),
            ApplicationAct.Forward => new("上报", "forward it"),
            ApplicationAct.Appraise => new("评估", "appraise it"),
            ApplicationAct.Select or ApplicationAct.Reject => new("遴选", "decide on it"),
            ApplicationAct.Lapse => new("作失效处理", "let it lapse"),
            ApplicationAct.Reinstate => new("恢复", "reinstate it"),
            ApplicationAct.LeaveOut => new("作未列入上报处理", "leave it out of the letter"),
            ApplicationAct.Extend => new("延期", "extend it"),
            _ => new("撤回", "withdraw it"),
        };
}
