using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>What one context may see. The query filters of <see cref="PilotDbContext"/> are bound to it.</summary>
internal sealed record Tenancy
{
    /// <summary>Nobody: zero rows.</summary>
    public static Tenancy None { get; } = new();

    /// <summary>A job of the portal: every row.</summary>
    public static Tenancy Everything { get; } = new() { IsKnown = true, SeesAll = true };

    /// <summary>ASP.NET Core Identity before anybody is signed in: accounts only.</summary>
    public static Tenancy SignIn { get; } = new() { IsSignIn = true };

    public bool IsKnown { get; private init; }

    public bool SeesAll { get; private init; }

    public bool IsSignIn { get; private init; }

    public bool IsPublic { get; private init; }

    public Guid AccountId { get; private init; }

    public Guid OrganizationId { get; private init; }

    public bool IsLocal { get; private init; }

    public bool IsProvincial { get; private init; }

    public bool IsNational { get; private init; }

    public bool IsExpert { get; private init; }

    public bool IsSystemAdmin { get; private init; }

    public bool IsSecurityAdmin { get; private init; }

    public bool IsAuditAdmin { get; private init; }

    /// <summary>The actor's province; empty outside local and provincial tenants.</summary>
    public string ProvinceCode { get; private init; } = "";

    public static Tenancy Of(Actor actor) =>
        actor.IsSystem
            ? Everything
            : new Tenancy
            {
                IsKnown = true,
                IsPublic = actor.Role is null,
                AccountId = actor.AccountId ?? Guid.Empty,
                OrganizationId = actor.OrganizationId ?? Guid.Empty,
                ProvinceCode = actor.ProvinceCode ?? "",
                IsLocal = actor.OrganizationKind == OrganizationKind.LocalGovernment,
                IsProvincial = actor.OrganizationKind == OrganizationKind.ProvincialRegulator,
                IsNational = actor.OrganizationKind == OrganizationKind.NationalRegulator,
                IsExpert = actor.Role == Role.Expert,
                IsSystemAdmin = actor.Role == Role.SystemAdmin,
                IsSecurityAdmin = actor.Role == Role.SecurityAdmin,
                IsAuditAdmin = actor.Role == Role.AuditAdmin,
            };
}
