using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Search;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>Divisions to pick from, each with the organisation it already has.</summary>
[OneSnapshot]
public sealed class ListDivisions(PilotSessions sessions)
{
    /// <param name="Text">Looked for in the names of the division and of those above it, and in the code.</param>
    public sealed record Input(
        string? ProvinceCode = null,
        string? Text = null,
        DivisionLevel? Level = null,
        Paging? Paging = null
    );

    public sealed record Row(
        string Code,
        string Name,
        DivisionLevel Level,
        string? ParentCode,
        string? ParentName,
        string ProvinceCode,
        string ProvinceName,
        Guid? OrganizationId,
        string? OrganizationName
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        var db = session.Db;
        var divisions = db.Divisions.AsQueryable();
        if (input.ProvinceCode is { } province)
        {
            divisions = divisions.Where(d => d.ProvinceCode == province);
        }

        if (input.Level is { } level)
        {
            divisions = divisions.Where(d => d.Level == level);
        }

        // 吉林 finds the whole province; what is itself called so stands first.
        var beginning = SearchText.Of(input.Text).FirstWord;
        return await (
            from d in divisions.Search(input.Text)
            join p in db.Divisions on d.ProvinceCode equals p.Code
            join above in db.Divisions on d.ParentCode equals above.Code into parents
            from above in parents.DefaultIfEmpty()
            join o in db.Organizations on d.Code equals o.DivisionCode into organizations
            from o in organizations.DefaultIfEmpty()
            orderby EF.Property<string>(d, NameColumns.SearchKey).StartsWith(beginning)
                ? 0
                : 1, d.ProvinceCode, d.Code
            select new Row(
                d.Code,
                d.Name,
                d.Level,
                d.ParentCode,
                above == null ? null : above.Name,
                d.ProvinceCode,
                p.Name,
                o == null ? null : o.Id,
                o == null ? null : o.Name
            )
        ).ToPageAsync(input.Paging ?? new Paging(), ct);
    }
}
