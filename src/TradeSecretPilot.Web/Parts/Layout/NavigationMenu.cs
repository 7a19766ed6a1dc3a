using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Selections;

namespace TradeSecretPilot.Web.Parts.Layout;

/// <summary>What stands in the main navigation, by role. Whether a page opens is decided by permissions, not here.</summary>
public static class NavigationMenu
{
    /// <summary>The home of everyone who is signed in.</summary>
    public static readonly MenuItem Inbox = new("我的待办", "/inbox", "ic-bell");

    private static readonly MenuItem Applications = new("申报与初审", "/applications", "ic-file");
    private static readonly MenuItem Pilots = new("试点跟踪", "/pilots", "ic-grip");
    private static readonly MenuItem Reports = new("进展报告", "/reports", "ic-bars");

    private static readonly MenuItem Consents = new("待同意事项", "/admin/consents", "ic-check");

    private static readonly MenuItem[] LocalGovernment =
    [
        Inbox,
        new("试点申报", "/applications", "ic-file"),
        new("我的试点", "/pilots", "ic-grip"),
        Reports,
    ];

    private static readonly MenuItem[] Province =
    [
        Inbox,
        Applications,
        new("排序上报", "/ranking", "ic-double-up"),
        Pilots,
        Reports,
    ];

    private static readonly MenuItem[] WorkingGroup =
    [
        Inbox,
        new("批次", "/batches", "ic-calendar"),
        new("上报进度", "/forwarding", "ic-double-up"),
        new("专家评估", "/appraisal", "ic-bars"),
        new("遴选", "/selection", "ic-check"),
        new("公布", "/announcement", "ic-seal"),
        new("全国试点", "/national", "ic-grip"),
        Reports,
        new("延期", "/extensions", "ic-clock"),
    ];

    private static readonly MenuItem[] Expert = [Inbox, new("评审任务", "/scoring", "ic-pencil")];

    private static readonly MenuItem[] SystemAdmin =
    [
        Inbox,
        new("单位", "/admin/organizations", "ic-user"),
        new("账号管理", "/admin/accounts", "ic-key"),
        Consents,
        new("运行情况", "/admin/operations", "ic-clock"),
    ];

    private static readonly MenuItem[] SecurityAdmin =
    [
        Inbox,
        new("账号安全", "/admin/security", "ic-key"),
        Consents,
    ];

    private static readonly MenuItem[] AuditAdmin =
    [
        Inbox,
        new("审计记录", "/admin/audit", "ic-file"),
    ];

    /// <summary>The navigation of the public pages.</summary>
    public static IReadOnlyList<MenuItem> Public { get; } =
    [
        new("首页", "/", "ic-grip"),
        new("工作方案", "/work-plan", "ic-file"),
        new("公布名单", PublishedListAddress.All, "ic-seal"),
        new("回执核验", "/verify", "ic-check"),
        new("使用帮助", "/help", "ic-info"),
    ];

    /// <summary>The entries of a role.</summary>
    public static IReadOnlyList<MenuItem> For(Role role) =>
        role switch
        {
            Role.Drafter or Role.LocalApprover => LocalGovernment,
            Role.ProvincialReviewer or Role.ProvincialApprover => Province,
            Role.WorkingGroup or Role.WorkingGroupLead => WorkingGroup,
            Role.Expert => Expert,
            Role.SystemAdmin => SystemAdmin,
            Role.SecurityAdmin => SecurityAdmin,
            Role.AuditAdmin => AuditAdmin,
            _ => [Inbox],
        };
}
