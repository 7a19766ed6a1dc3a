using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>The kinds of tenancy. Each has a model of its own, so that a filter holds the one branch that applies.</summary>
internal enum TenancyKind
{
    /// <summary>Nobody: zero rows.</summary>
    None = 0,

    /// <summary>A job of the portal: every row.</summary>
    All = 1,

    /// <summary>ASP.NET Core itself, before anybody is signed in: accounts and the keys of cookies only.</summary>
    SignIn = 2,
    Public = 3,
    Local = 4,
    Provincial = 5,
    National = 6,
    Expert = 7,
    SystemAdmin = 8,
    SecurityAdmin = 9,
    AuditAdmin = 10,
}

/// <summary>What one context may see. The query filters of <see cref="PilotDbContext"/> are bound to it.</summary>
internal sealed record Tenancy
{
    /// <summary>Nobody: zero rows.</summary>
    public static Tenancy None { get; } = new();

    /// <summary>A job of the portal: every row.</summary>
    public static Tenancy Everything { get; } = new() { Kind = TenancyKind.All };

    /// <summary>ASP.NET Core itself, before anybody is signed in: accounts and the keys of cookies only.</summary>
    public static Tenancy SignIn { get; } = new() { Kind = TenancyKind.SignIn };

    public TenancyKind Kind { get; private init; }

    public Guid AccountId { get; private init; }

    public Guid OrganizationId { get; private init; }

    /// <summary>The actor's province; empty outside local and provincial tenants.</summary>
    public string ProvinceCode { get; private init; } = "";

    public static Tenancy Of(Actor actor) =>
        actor.IsSystem
            ? Everything
            : new Tenancy
            {
                Kind = KindOf(actor),
                AccountId = actor.AccountId ?? Guid.Empty,
                OrganizationId = actor.OrganizationId ?? Guid.Empty,
                ProvinceCode = actor.ProvinceCode ?? "",
            };

    private static TenancyKind KindOf(Actor actor) =>
        (actor.Role, actor.OrganizationKind) switch
        {
            (null, _) => TenancyKind.Public,
            (_, OrganizationKind.LocalGovernment) => TenancyKind.Local,
            (_, OrganizationKind.ProvincialRegulator) => TenancyKind.Provincial,
            (_, OrganizationKind.NationalRegulator) => TenancyKind.National,
            (Role.Expert, _) => TenancyKind.Expert,
            (Role.SystemAdmin, _) => TenancyKind.SystemAdmin,
            (Role.SecurityAdmin, _) => TenancyKind.SecurityAdmin,
            (Role.AuditAdmin, _) => TenancyKind.AuditAdmin,
            _ => TenancyKind.None,
        };
}
