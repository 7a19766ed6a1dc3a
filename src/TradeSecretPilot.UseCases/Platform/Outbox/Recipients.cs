using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>Whom a message is for.</summary>
internal abstract record Recipients
{
    private Recipients() { }

    public static Recipients AllProvinces { get; } = new InRoles(ProvincialRegulator.Roles);

    public static Recipients WorkingGroup { get; } =
        new InRoles([Role.WorkingGroup, Role.WorkingGroupLead]);

    public static Recipients Lead { get; } = new InRoles([Role.WorkingGroupLead]);

    public static Recipients AuditAdministrators { get; } = new InRoles([Role.AuditAdmin]);

    public static Recipients SecurityAdministrators { get; } = new InRoles([Role.SecurityAdmin]);

    public static Recipients SystemAdministrators { get; } = new InRoles([Role.SystemAdmin]);

    public static Recipients Account(Guid accountId) => new OneAccount(accountId);

    public static Recipients Organization(Guid organizationId) => new Members([organizationId]);

    public static Recipients Organizations(IReadOnlyList<Guid> organizationIds) =>
        new Members(organizationIds);

    public static Recipients Province(string provinceCode) => new ProvincialRegulator(provinceCode);

    public sealed record OneAccount(Guid AccountId) : Recipients;

    /// <summary>Everybody of the organisations.</summary>
    public sealed record Members(IReadOnlyList<Guid> OrganizationIds) : Recipients;

    /// <summary>The regulator of one province.</summary>
    public sealed record ProvincialRegulator(string ProvinceCode) : Recipients
    {
        public static IReadOnlyList<Role> Roles { get; } =
        [Role.ProvincialReviewer, Role.ProvincialApprover];
    }

    /// <summary>Everybody of the roles, wherever they are.</summary>
    public sealed record InRoles(IReadOnlyList<Role> Roles) : Recipients;
}
