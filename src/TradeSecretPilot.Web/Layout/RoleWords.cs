using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.Web.Layout;

/// <summary>The name of every role, in Chinese, the key of its translation.</summary>
public static class RoleWords
{
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
}
