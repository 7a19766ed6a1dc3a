namespace TradeSecretPilot.Domain.Organizations;

/// <summary>
/// What an account does. An account has exactly one role, so the separation of the three administrators (三员分立)
/// and of drafting and approving cannot be undone by ticking a box.
/// </summary>
public enum Role
{
    /// <summary>地方政府起草人.</summary>
    Drafter = 1,

    /// <summary>地方政府审定人: confirms and submits in the government's name.</summary>
    LocalApprover = 2,

    /// <summary>省级初审人.</summary>
    ProvincialReviewer = 3,

    /// <summary>省级审定人.</summary>
    ProvincialApprover = 4,

    /// <summary>总局工作组成员.</summary>
    WorkingGroup = 5,

    /// <summary>总局工作组组长.</summary>
    WorkingGroupLead = 6,

    /// <summary>专家: an account, not a tenant.</summary>
    Expert = 7,

    /// <summary>系统管理员: accounts and settings.</summary>
    SystemAdmin = 8,

    /// <summary>安全管理员: permissions and locks.</summary>
    SecurityAdmin = 9,

    /// <summary>审计管理员: the audit trail.</summary>
    AuditAdmin = 10,
}

public static class RoleExtensions
{
    /// <summary>三员: each kind watches over the other two.</summary>
    public static IReadOnlyList<Role> Administrators { get; } =
    [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin];

    /// <summary>
    /// The roles that decide in an office's name or run the portal: creating such an account, resetting its password and enabling it
    /// need two administrators.
    /// </summary>
    public static IReadOnlyList<Role> Privileged { get; } =
    [.. Administrators, Role.WorkingGroupLead, Role.ProvincialApprover, Role.LocalApprover];

    public static bool IsAdministrator(this Role role) => Administrators.Contains(role);

    public static bool IsPrivileged(this Role role) => Privileged.Contains(role);

    /// <summary>The kind of organisation an account of this role belongs to; null for experts and administrators.</summary>
    public static OrganizationKind? Organization(this Role role) =>
        role switch
        {
            Role.Drafter or Role.LocalApprover => OrganizationKind.LocalGovernment,
            Role.ProvincialReviewer or Role.ProvincialApprover =>
                OrganizationKind.ProvincialRegulator,
            Role.WorkingGroup or Role.WorkingGroupLead => OrganizationKind.NationalRegulator,
            _ => null,
        };
}
