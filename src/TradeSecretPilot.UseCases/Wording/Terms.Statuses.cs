using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Wording;

/// <summary>What the programme calls its values, in both languages: one table for each enum.</summary>
public static partial class Terms
{
    public static Term Of(ConsentAct act) =>
        act switch
        {
            ConsentAct.Create => new("建立账号", "Create the account"),
            ConsentAct.ResetPassword => new("重置密码", "Reset the password"),
            ConsentAct.Enable => new("启用账号", "Enable the account"),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };

    public static Term Of(ConsentStatus status) =>
        status switch
        {
            ConsentStatus.Open => new("待同意", "Waiting for consent"),
            ConsentStatus.Approved => new("已同意", "Consented"),
            ConsentStatus.Refused => new("不同意", "Refused"),
            ConsentStatus.Withdrawn => new("已撤回", "Withdrawn"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static Term Of(LinkKind kind) =>
        kind switch
        {
            LinkKind.Invitation => new("已邀请，待设密码", "Invited, no password yet"),
            LinkKind.Reset => new("已重置，待设密码", "Reset, no password yet"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static Term Of(ApplicationStatus status) => ApplicationTerms.Of(status);

    public static Term Of(ScoreSheetStatus status) => ScoreSheetTerms.Of(status);

    public static Term Of(SelectionStatus status) =>
        status switch
        {
            SelectionStatus.Draft => new("草拟中", "Being drafted"),
            SelectionStatus.Proposed => new("待决定", "To be decided"),
            SelectionStatus.Decided => new("已决定", "Decided"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static Term Of(BatchStage stage) => BatchTerms.Of(stage);

    public static Term Of(PilotStatus status) =>
        status switch
        {
            PilotStatus.Running => new("试点中", "Pilot running"),
            PilotStatus.Concluded => new("试点期满", "Concluded"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static Term Of(ReportStatus status) => ReportTerms.Of(status);

    public static Term Of(ReportCell cell) =>
        cell switch
        {
            ReportCell.NotDue => new("未到期", "Not due"),
            ReportCell.Due => new("待报送", "Due"),
            ReportCell.Filed => new("已报送", "Filed"),
            ReportCell.Late => new("逾期报送", "Filed late"),
            ReportCell.Missing => new("缺报", "Missing"),
            ReportCell.Nil => new("零报告", "Nil report"),
            ReportCell.Supplement => new("待补充", "Supplement"),
            ReportCell.Acknowledged => new("已签收", "Acknowledged"),
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, null),
        };

    public static Term Of(AcknowledgementStatus status) =>
        status switch
        {
            AcknowledgementStatus.Pending => new("待签收", "To acknowledge"),
            AcknowledgementStatus.Acknowledged => new("已签收", "Acknowledged"),
            AcknowledgementStatus.SupplementRequested => new("待补充", "Supplement"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static Term Of(Addressee addressee) =>
        addressee switch
        {
            Addressee.National => new("市场监管总局", "SAMR"),
            Addressee.Provincial => new("省级市场监管部门", "Provincial regulator"),
            _ => throw new ArgumentOutOfRangeException(nameof(addressee), addressee, null),
        };

    /// <summary>Who acts next; null when nobody does any more.</summary>
    public static Term? Of(NextActor actor) =>
        actor switch
        {
            NextActor.Nobody => null,
            NextActor.LocalGovernment => new("申报地区", "Region"),
            NextActor.Province => new("省级市场监管部门", "Provincial regulator"),
            NextActor.Experts => new("专家组", "Expert panel"),
            NextActor.WorkingGroup => new("总局工作组", "SAMR working group"),
            NextActor.WorkingGroupLead => new("工作组组长", "Working group lead"),
            _ => throw new ArgumentOutOfRangeException(nameof(actor), actor, null),
        };

    public static Term Of(RegionGroup group) =>
        group switch
        {
            RegionGroup.East => new("东部", "East"),
            RegionGroup.Central => new("中部", "Central"),
            RegionGroup.West => new("西部", "West"),
            RegionGroup.Northeast => new("东北", "Northeast"),
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };

    public static Term Of(Role role) =>
        role switch
        {
            Role.Drafter => new("起草人", "Drafter"),
            Role.LocalApprover => new("审定人", "Approver"),
            Role.ProvincialReviewer => new("省级初审人", "Provincial reviewer"),
            Role.ProvincialApprover => new("省级审定人", "Provincial approver"),
            Role.WorkingGroup => new("工作组成员", "Working group"),
            Role.WorkingGroupLead => new("工作组组长", "Working group lead"),
            Role.Expert => new("专家", "Expert"),
            Role.SystemAdmin => new("系统管理员", "System administrator"),
            Role.SecurityAdmin => new("安全管理员", "Security administrator"),
            Role.AuditAdmin => new("审计管理员", "Audit administrator"),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    public static Term Of(OrganizationKind kind) =>
        kind switch
        {
            OrganizationKind.LocalGovernment => new("地方政府", "Local government"),
            OrganizationKind.ProvincialRegulator => new("省级市场监管部门", "Provincial regulator"),
            OrganizationKind.NationalRegulator => new("市场监管总局", "SAMR"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static Term Of(DueActionKind kind) =>
        kind switch
        {
            DueActionKind.LapseDraft => new("草稿到期失效", "Draft lapses"),
            DueActionKind.CloseForwarding => new("上报截止", "Forwarding closes"),
            DueActionKind.AlarmPublication => new("公布期限警示", "Publication alarm"),
            DueActionKind.LaunchPilots => new("启动试点", "Pilots launched"),
            DueActionKind.CallReport => new("开始报送", "Reporting opens"),
            DueActionKind.MarkMissing => new("记为缺报", "Marked as missing"),
            DueActionKind.ConcludePilots => new("试点期满", "Pilots concluded"),
            DueActionKind.RemindSubmission => new("提醒申报", "Reminder to apply"),
            DueActionKind.RemindForwarding => new("提醒上报", "Reminder to forward"),
            DueActionKind.RemindReport => new("提醒报送", "Reminder to report"),
            DueActionKind.RemindScoring => new("提醒评分", "Reminder to score"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static Term Of(DueActionOutcome outcome) =>
        outcome switch
        {
            DueActionOutcome.Done => new("已办理", "Done"),
            DueActionOutcome.Superseded => new(
                "已被后一次提醒替代",
                "Superseded by a later reminder"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    public static Term Of(OutboxState state) =>
        state switch
        {
            OutboxState.Waiting => new("等待发送", "Waiting"),
            OutboxState.Failing => new("发送失败，将重试", "Failed, to be retried"),
            OutboxState.GivenUp => new("多次失败，已停止", "Failed too often, given up"),
            OutboxState.Sent => new("已发送", "Sent"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
