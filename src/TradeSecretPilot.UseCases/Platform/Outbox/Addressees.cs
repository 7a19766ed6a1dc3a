using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>
/// The accounts that the messages of one act go to, read in one statement however many messages there are. They may belong to
/// tenants whose accounts the actor cannot see.
/// </summary>
internal sealed class Addressees
{
    private readonly Dictionary<Guid, Row> _byId;
    private readonly ILookup<Guid?, Row> _byOrganization;
    private readonly ILookup<Role, Row> _byRole;
    private readonly ILookup<string?, Row> _byProvince;

    private Addressees(IReadOnlyList<Row> rows)
    {
        _byId = rows.ToDictionary(r => r.Id);
        _byOrganization = rows.ToLookup(r => r.OrganizationId);
        _byRole = rows.ToLookup(r => r.Role);
        _byProvince = rows.ToLookup(r => r.ProvinceCode);
    }

    public static async Task<Addressees> ReadAsync(
        PilotDbContext db,
        IReadOnlyList<Recipients> recipients,
        CancellationToken ct
    )
    {
        var parts = Parts(db, recipients);
        return new Addressees(
            parts.Count == 0 ? [] : await parts.Aggregate((a, b) => a.Union(b)).ToListAsync(ct)
        );
    }

    public IEnumerable<Row> Of(Recipients to) =>
        to switch
        {
            Recipients.OneAccount one => _byId.TryGetValue(one.AccountId, out var row) ? [row] : [],
            Recipients.Members members => members
                .OrganizationIds.Distinct()
                .SelectMany(o => _byOrganization[o]),
            Recipients.ProvincialRegulator regulator => _byProvince[regulator.ProvinceCode]
                .Where(r => Recipients.ProvincialRegulator.Roles.Contains(r.Role)),
            Recipients.InRoles inRoles => inRoles.Roles.Distinct().SelectMany(r => _byRole[r]),
            _ => throw new ArgumentOutOfRangeException(nameof(to), to, null),
        };

    // A query for each way of addressing that occurs, so that each is served by its index. The lists are one parameter each.
    private static List<IQueryable<Row>> Parts(
        PilotDbContext db,
        IReadOnlyList<Recipients> recipients
    )
    {
        var ids = recipients
            .OfType<Recipients.OneAccount>()
            .Select(r => r.AccountId)
            .Distinct()
            .ToList();
        var organizations = recipients
            .OfType<Recipients.Members>()
            .SelectMany(r => r.OrganizationIds)
            .Distinct()
            .ToList();
        var provinces = recipients
            .OfType<Recipients.ProvincialRegulator>()
            .Select(r => r.ProvinceCode)
            .Distinct()
            .ToList();
        var roles = recipients
            .OfType<Recipients.InRoles>()
            .SelectMany(r => r.Roles)
            .Distinct()
            .ToList();
        var provincialRoles = Recipients.ProvincialRegulator.Roles;
        var enabled =
            from a in db.Accounts.IgnoreQueryFilters()
            where a.DisabledAt == null
            join o in db.Organizations.IgnoreQueryFilters() on a.OrganizationId equals o.Id into all
            from o in all.DefaultIfEmpty()
            select new Row
            {
                Id = a.Id,
                Email = a.Email,
                Role = a.Role,
                OrganizationId = a.OrganizationId,
                ProvinceCode = o == null ? null : o.ProvinceCode,
            };
        List<(int Count, IQueryable<Row> Rows)> parts =
        [
            (ids.Count, enabled.Where(a => EF.Parameter(ids).Contains(a.Id))),
            (
                organizations.Count,
                enabled.Where(a => EF.Parameter(organizations).Contains(a.OrganizationId!.Value))
            ),
            (
                provinces.Count,
                enabled.Where(a =>
                    EF.Parameter(provinces).Contains(a.ProvinceCode!)
                    && EF.Parameter(provincialRoles).Contains(a.Role)
                )
            ),
            (roles.Count, enabled.Where(a => EF.Parameter(roles).Contains(a.Role))),
        ];
        return [.. parts.Where(p => p.Count > 0).Select(p => p.Rows)];
    }

    /// <summary>An account that is not disabled.</summary>
    public sealed record Row
    {
        public required Guid Id { get; init; }

        public required string? Email { get; init; }

        public required Role Role { get; init; }

        public required Guid? OrganizationId { get; init; }

        public required string? ProvinceCode { get; init; }
    }
}
