using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>Whom a message is for: an organisation, a role of the national regulator, or one account.</summary>
internal sealed record Recipients(
    Guid? OrganizationId,
    string? ProvinceCode,
    Role[] Roles,
    Guid? AccountId
)
{
    public static Recipients Organization(Guid organizationId) =>
        new(organizationId, null, [], null);

    /// <summary>The provincial regulator of a province.</summary>
    public static Recipients Province(string provinceCode) =>
        new(null, provinceCode, [Role.ProvincialReviewer, Role.ProvincialApprover], null);

    public static Recipients AllProvinces { get; } =
        new(null, null, [Role.ProvincialReviewer, Role.ProvincialApprover], null);

    public static Recipients WorkingGroup { get; } =
        new(null, null, [Role.WorkingGroup, Role.WorkingGroupLead], null);

    public static Recipients Lead { get; } = new(null, null, [Role.WorkingGroupLead], null);

    public static Recipients Account(Guid accountId) => new(null, null, [], accountId);
}
