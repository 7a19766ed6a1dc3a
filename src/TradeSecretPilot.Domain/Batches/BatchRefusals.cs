using System.Globalization;

namespace TradeSecretPilot.Domain.Batches;

public static class BatchRefusals
{
    public static Refusal WrongStage(BatchStage stage, BatchAct act) =>
        new(
            RefusalKind.WrongState,
            "Batch.WrongStage",
            $"本批次目前为“{BatchTerms.Of(stage).Zh}”，不能{NameOf(act).Zh}。请刷新后按当前阶段办理。",
            $"The batch is “{BatchTerms.Of(stage).En}”; it is not possible now to {NameOf(act).En}. Reload and act on the current stage."
        );

    public static Refusal NotYetOpen(DateTimeOffset opensAt) =>
        new(
            RefusalKind.WrongState,
            "Batch.NotYetOpen",
            $"本批次自{BeijingTime.Exact(opensAt)}（北京时间）起受理申报，请届时再试。",
            $"The batch opens at {BeijingTime.Exact(opensAt)} (Beijing time). Come back then."
        );

    public static Refusal ForwardingClosed(Deadline deadline, DateTimeOffset now) =>
        new(
            RefusalKind.InvalidInput,
            "Batch.ForwardingClosed",
            $"已过上报截止{BeijingTime.DeadlineZh(deadline.At)}，服务器于{BeijingTime.Exact(now)}收到，未予受理。如有特殊情况，请联系市场监管总局工作组申请延期。",
            $"The forwarding deadline, {BeijingTime.DeadlineEn(deadline.At)}, has passed; the server received this at {BeijingTime.Exact(now)} and did not accept it. Ask the SAMR working group for an extension if there is good cause."
        );

    public static Refusal ForwardingStillOpen(Deadline deadline) =>
        new(
            RefusalKind.WrongState,
            "Batch.ForwardingStillOpen",
            $"上报截止{BeijingTime.DeadlineZh(deadline.At)}尚未到，或有省份获准延期，不能提前关闭。",
            $"Forwarding is still open until {BeijingTime.DeadlineEn(deadline.At)}, or a province was granted more time; it cannot be closed early."
        );

    public static Refusal ExtensionNotLater(Deadline deadline) =>
        new(
            RefusalKind.InvalidInput,
            "Extension.NotLater",
            $"延期后的截止时间必须晚于现在的{BeijingTime.DeadlineZh(deadline.At)}，请另选时间。",
            $"An extension must end later than the present deadline, {BeijingTime.DeadlineEn(deadline.At)}. Choose a later time."
        );

    public static Refusal ExtensionCannotNarrow(Deadline deadline) =>
        new(
            RefusalKind.InvalidInput,
            "Extension.CannotNarrow",
            $"此前延期至{BeijingTime.DeadlineZh(deadline.At)}对所有申报有效，再次延期不能只限已开始的草稿。请改为对所有申报延期。",
            $"The extension to {BeijingTime.DeadlineEn(deadline.At)} helps every application; a further one cannot be limited to drafts already begun. Extend for all."
        );

    public static Refusal ExtensionPastPublication(DateTimeOffset publishBy) =>
        new(
            RefusalKind.InvalidInput,
            "Extension.PastPublication",
            $"延期不能到达或超过公布时限{BeijingTime.DeadlineZh(publishBy)}，请另选时间。",
            $"An extension must end before the publication date, {BeijingTime.DeadlineEn(publishBy)}. Choose an earlier time."
        );

    public static Refusal ExtensionPastForwarding(Deadline forwarding) =>
        new(
            RefusalKind.InvalidInput,
            "Extension.PastForwarding",
            $"不得晚于上报总局的截止时间{BeijingTime.DeadlineZh(forwarding.At)}，请另选时间，或先向总局申请延期。",
            $"It must not be later than the forwarding deadline, {BeijingTime.DeadlineEn(forwarding.At)}. Choose an earlier time, or ask SAMR for an extension first."
        );

    public static Refusal SeatsInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Batch.SeatsInvalid",
            $"席位数须为1至{Batch.SeatsCeiling}之间的整数，且最多不少于最少。请改正。",
            $"Seats are whole numbers from 1 to {Batch.SeatsCeiling}, the most not below the fewest. Correct them."
        );

    public static Refusal SheetsInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Batch.SheetsInvalid",
            $"每份方案的评分专家数须为1至{Batch.SheetsCeiling}。请改正。",
            $"Score sheets per plan must be 1 to {Batch.SheetsCeiling}. Correct the number."
        );

    public static Refusal NameInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Batch.NameInvalid",
            $"批次序号须为1至99，中英文名称均须填写且不超过{Batch.NameMaxLength}字。",
            $"The batch needs a number from 1 to 99 and a name in both languages of at most {Batch.NameMaxLength} characters."
        );

    public static Refusal NumberTaken(int number) =>
        new(
            RefusalKind.AlreadyDone,
            "Batch.NumberTaken",
            $"第{number}批已经建立，请使用其他序号。",
            $"Batch {number} exists already. Use another number."
        );

    public static Refusal DatesOutOfOrder() =>
        new(
            RefusalKind.InvalidInput,
            "Batch.DatesOutOfOrder",
            "日期次序有误：受理起始不晚于上报截止，上报截止早于公布时限和试点启动，试点启动早于试点期满。请逐项核对。",
            "The dates are out of order: opening, forwarding deadline, publication and launch, end of the pilots. Check each."
        );

    public static Refusal LevelsInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Batch.LevelsInvalid",
            "请至少选择一个可申报的层级（市、县（区）、功能区）。",
            "Choose at least one eligible level (city, county or district, functional zone)."
        );

    public static Refusal CriteriaInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Batch.CriteriaInvalid",
            "遴选标准须各有名称、互不重复，权重为正整数且合计100%。请改正。",
            "Each criterion needs a name and a positive whole weight, none twice, and the weights must add up to 100 %. Correct them."
        );

    public static Refusal LaunchTooEarly(DateOnly day) =>
        new(
            RefusalKind.WrongState,
            "Batch.LaunchTooEarly",
            $"试点自{day.Year}年{day.Month}月{day.Day}日起启动，尚未到期。",
            $"The pilots start on {day.ToString("O", CultureInfo.InvariantCulture)}; it is too early."
        );

    public static Refusal NotYetOver(DateOnly day) =>
        new(
            RefusalKind.WrongState,
            "Batch.NotYetOver",
            $"试点至{day.Year}年{day.Month}月{day.Day}日期满，尚未到期。",
            $"The pilots run until {day.ToString("O", CultureInfo.InvariantCulture)}; it is too early."
        );

    private static Term NameOf(BatchAct act) =>
        act switch
        {
            BatchAct.Configure => new("修改批次设置", "change its settings"),
            BatchAct.Open => new("开始受理", "open it"),
            BatchAct.Extend => new("延期", "extend it"),
            BatchAct.AmendSeats => new("调整席位", "amend its seats"),
            BatchAct.CloseForwarding => new("关闭上报", "close forwarding"),
            BatchAct.ConcludeAppraisal => new("结束评估", "conclude the appraisal"),
            BatchAct.Decide => new("作出遴选决定", "decide the selection"),
            BatchAct.Announce => new("公布", "publish the list"),
            BatchAct.Launch => new("启动试点", "launch the pilots"),
            BatchAct.Discard => new("放弃筹备", "give up preparing it"),
            _ => new("办结批次", "conclude it"),
        };
}
