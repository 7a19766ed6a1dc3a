using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>Words of the administrators' pages: Chinese, each the key of its translation.</summary>
public static class AdminWords
{
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
            DueActionKind.CloseForwarding => "上报截止¦事项",
            DueActionKind.AlarmPublication => "公布期限警示",
            DueActionKind.LaunchPilots => "启动试点",
            DueActionKind.CallReport => "开始报送",
            DueActionKind.MarkMissing => "记为缺报",
            DueActionKind.ConcludePilots => "试点期满¦事项",
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

    /// <summary>
    /// The usual name of a division's organisation. Names are records, not texts of the portal: they are Chinese in every language.
    /// </summary>
    public static string SuggestName(ListDivisions.Row division) =>
        division.Level switch
        {
            DivisionLevel.Province => division.Name + "市场监督管理局",
            DivisionLevel.FunctionalZone => division.Name + "管理委员会",
            _ => division.Name + "人民政府",
        };

    /// <summary>The mark whose chip an outbox state borrows.</summary>
    public static string MarkOf(OutboxState state) =>
        state switch
        {
            OutboxState.Waiting => "Due",
            OutboxState.Failing => "Late",
            OutboxState.GivenUp => "Missing",
            _ => "Acknowledged",
        };
}
