using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>Who acts, as re-read when a session begins.</summary>
public sealed record Actor
{
    public Guid? AccountId { get; init; }

    /// <summary>The session in which the account acts; null where no browser does.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>A person's name, or the name of the job.</summary>
    public required string Name { get; init; }

    /// <summary>Null for the public and for jobs.</summary>
    public Role? Role { get; init; }

    public Guid? OrganizationId { get; init; }

    public string? OrganizationName { get; init; }

    public OrganizationKind? OrganizationKind { get; init; }

    public string? ProvinceCode { get; init; }

    /// <summary>Still has the first password that an administrator gave: nothing is open until it is changed.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>A job of the portal itself.</summary>
    public bool IsSystem { get; init; }

    public static Actor Public { get; } = new() { Name = "公众" };

    public static Actor System(string job) => new() { Name = job, IsSystem = true };

    public bool May(Permission permission) =>
        IsSystem
        || (Role is { } role ? role.Holds(permission) : permission == Permission.ViewPublic);
}
