using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Selections;

namespace TradeSecretPilot.UseCases.Documents;

/// <summary>Statuses, roles and kinds, in the words of the pages.</summary>
public static partial class OfficialWords
{
    public static string Of(ApplicationStatus status) =>
        status switch
        {
            ApplicationStatus.Draft => "草稿",
            ApplicationStatus.Submitted => "待初审",
            ApplicationStatus.Returned => "退回修改",
            ApplicationStatus.Declined => "不予推荐",
            ApplicationStatus.Recommended => "已推荐",
            ApplicationStatus.Forwarded => "已上报",
            ApplicationStatus.Appraised => "已评估",
            ApplicationStatus.Selected => "入选",
            ApplicationStatus.NotSelected => "未入选",
            ApplicationStatus.Lapsed => "已失效",
            ApplicationStatus.Withdrawn => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static string Of(ScoreSheetStatus status) =>
        status switch
        {
            ScoreSheetStatus.Assigned => "待应答",
            ScoreSheetStatus.Accepted => "评分中",
            ScoreSheetStatus.Submitted => "已提交",
            ScoreSheetStatus.Recused => "已回避",
            ScoreSheetStatus.Released => "已收回",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static string Of(SelectionStatus status) =>
        status switch
        {
            SelectionStatus.Draft => "草拟中",
            SelectionStatus.Proposed => "待决定",
            SelectionStatus.Decided => "已决定",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static string Of(PilotStatus status) =>
        status switch
        {
            PilotStatus.Running => "试点中",
            PilotStatus.Concluded => "试点期满",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static string Of(ReportStatus status) =>
        status switch
        {
            ReportStatus.NotDue => "未到期",
            ReportStatus.Due => "待报送",
            ReportStatus.Missing => "缺报",
            ReportStatus.Filed => "已报送",
            ReportStatus.Supplement => "待补充",
            ReportStatus.Acknowledged => "已签收",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    public static string Of(ReportCell cell) =>
        cell switch
        {
            ReportCell.NotDue => "未到期",
            ReportCell.Due => "待报送",
            ReportCell.Filed => "已报送",
            ReportCell.Late => "逾期报送",
            ReportCell.Missing => "缺报",
            ReportCell.Nil => "零报告",
            ReportCell.Supplement => "待补充",
            ReportCell.Acknowledged => "已签收",
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, null),
        };

    public static string Of(AcknowledgementStatus status) =>
        status switch
        {
            AcknowledgementStatus.Pending => "待签收",
            AcknowledgementStatus.Acknowledged => "已签收",
            AcknowledgementStatus.SupplementRequested => "待补充",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    /// <summary>Who acts next; null when nobody does any more.</summary>
    public static string? Of(NextActor actor) =>
        actor switch
        {
            NextActor.Nobody => null,
            NextActor.LocalGovernment => "申报地区",
            NextActor.Province => "省级市场监管部门",
            NextActor.Experts => "专家组",
            NextActor.WorkingGroup => "总局工作组",
            NextActor.WorkingGroupLead => "工作组组长",
            _ => throw new ArgumentOutOfRangeException(nameof(actor), actor, null),
        };

    public static string Of(RegionGroup group) =>
        group switch
        {
            RegionGroup.East => "东部",
            RegionGroup.Central => "中部",
            RegionGroup.West => "西部",
            RegionGroup.Northeast => "东北",
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };

    public static string Of(Role role) =>
        role switch
        {
            Role.Drafter => "起草人",
            Role.LocalApprover => "审定人",
            Role.ProvincialReviewer => "省级初审人",
            Role.ProvincialApprover => "省级审定人",
            Role.WorkingGroup => "工作组成员",
            Role.WorkingGroupLead => "工作组组长",
            Role.Expert => "专家",
            Role.SystemAdmin => "系统管理员",
            Role.SecurityAdmin => "安全管理员",
            Role.AuditAdmin => "审计管理员",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    public static string Of(OrganizationKind kind) =>
        kind switch
        {
            OrganizationKind.LocalGovernment => "地方政府",
            OrganizationKind.ProvincialRegulator => "省级市场监管部门",
            OrganizationKind.NationalRegulator => "市场监管总局",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Of(DueActionKind kind) =>
        kind switch
        {
            DueActionKind.LapseDraft => "草稿到期失效",
            DueActionKind.CloseForwarding => "上报截止",
            DueActionKind.AlarmPublication => "公布期限警示",
            DueActionKind.LaunchPilots => "启动试点",
            DueActionKind.CallReport => "开始报送",
            DueActionKind.MarkMissing => "记为缺报",
            DueActionKind.ConcludePilots => "试点期满",
            DueActionKind.RemindSubmission => "提醒申报",
            DueActionKind.RemindForwarding => "提醒上报",
            DueActionKind.RemindReport => "提醒报送",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Of(DueActionOutcome outcome) =>
        outcome switch
        {
            DueActionOutcome.Done => "已办理",
            DueActionOutcome.Superseded => "已被后一次提醒替代",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    public static string Of(OutboxState state) =>
        state switch
        {
            OutboxState.Waiting => "等待发送",
            OutboxState.Failing => "发送失败，将重试",
            OutboxState.GivenUp => "多次失败，已停止",
            OutboxState.Sent => "已发送",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
