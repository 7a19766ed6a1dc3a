using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>The tenants of the portal.</summary>
[OneSnapshot]
public sealed class ListOrganizations(PilotSessions sessions)
{
    /// <param name="Text">Looked for in the names of the organisation, its region and its province.</param>
    public sealed record Input(
        string? Text = null,
        OrganizationKind? Kind = null,
        string? ProvinceCode = null,
        Paging? Paging = null
    );

    /// <param name="Accounts">Accounts that are not disabled.</param>
    public sealed record Row(
        Guid OrganizationId,
        OrganizationKind Kind,
        string Name,
        string? RegionName,
        DivisionLevel? Level,
        string? DivisionCode,
        string? ProvinceCode,
        string? ProvinceName,
        DateTimeOffset CreatedAt,
        int Accounts
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        return await Found(session.Db, input).ToPageAsync(input.Paging ?? new Paging(), ct);
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Row> Found(PilotDbContext db, Input input)
    {
        var organizations = db.Organizations.AsQueryable();
        if (input.Kind is { } kind)
        {
            organizations = organizations.Where(o => o.Kind == kind);
        }

        if (input.ProvinceCode is { } province)
        {
            organizations = organizations.Where(o => o.ProvinceCode == province);
        }

        return (
            from o in organizations.Search(input.Text)
            join d in db.Divisions on o.ProvinceCode equals d.Code into provinces
            from d in provinces.DefaultIfEmpty()
            // Databases disagree on where an empty code stands.
            orderby o.ProvinceCode == null ? 0 : 1, o.ProvinceCode, o.DivisionCode, o.Id
            select new Row(
                o.Id,
                o.Kind,
                o.Name,
                o.RegionName,
                o.Level,
                o.DivisionCode,
                o.ProvinceCode,
                d == null ? null : d.Name,
                o.CreatedAt,
                db.Accounts.Count(a => a.OrganizationId == o.Id && a.DisabledAt == null)
            )
        );
    }
}
