using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>Whom a message is for: organisations, the regulator of a province, roles, or one account.</summary>
internal sealed record Recipients
{
    private static readonly Role[] Provincial = [Role.ProvincialReviewer, Role.ProvincialApprover];

    private Recipients() { }

    public IReadOnlyList<Guid> OrganizationIds { get; private init; } = [];

    public string? ProvinceCode { get; private init; }

    public IReadOnlyList<Role> Roles { get; private init; } = [];

    public Guid? AccountId { get; private init; }

    public static Recipients AllProvinces { get; } = new() { Roles = Provincial };

    public static Recipients WorkingGroup { get; } =
        new() { Roles = [Role.WorkingGroup, Role.WorkingGroupLead] };

    public static Recipients Lead { get; } = new() { Roles = [Role.WorkingGroupLead] };

    public static Recipients Organization(Guid organizationId) =>
        new() { OrganizationIds = [organizationId] };

    public static Recipients Organizations(IReadOnlyList<Guid> organizationIds) =>
        new() { OrganizationIds = organizationIds.Count == 0 ? [Guid.Empty] : organizationIds };

    /// <summary>The provincial regulator of a province.</summary>
    public static Recipients Province(string provinceCode) =>
        new() { ProvinceCode = provinceCode, Roles = Provincial };

    public static Recipients Account(Guid accountId) => new() { AccountId = accountId };
}
