using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>The accounts of the portal.</summary>
[OneSnapshot]
public sealed class ListAccounts(PilotSessions sessions)
{
    /// <param name="Text">Looked for in the account name and the person's name.</param>
    public sealed record Input(
        string? Text = null,
        Role? Role = null,
        Guid? OrganizationId = null,
        Paging? Paging = null
    );

    /// <param name="DisabledAt">UTC; null while the account is in use.</param>
    public sealed record Row(
        Guid AccountId,
        string UserName,
        string DisplayName,
        string? Email,
        string? Phone,
        Role Role,
        Guid? OrganizationId,
        string? OrganizationName,
        DateTimeOffset CreatedAt,
        DateTimeOffset? DisabledAt,
        bool MustChangePassword,
        LinkRow? Link
    );

    /// <summary>The link by which the owner is to set a password.</summary>
    /// <param name="ExpiresAt">UTC; may be past.</param>
    /// <param name="GivenOutAt">UTC; null while the mail waits or the letter is not printed.</param>
    public sealed record LinkRow(
        Guid LinkId,
        LinkKind Kind,
        LinkWay Way,
        DateTimeOffset ExpiresAt,
        DateTimeOffset? GivenOutAt
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        return await Found(session.Db, input).ToPageAsync(input.Paging ?? new Paging(), ct);
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Row> Found(PilotDbContext db, Input input)
    {
        var accounts = db.Accounts.AsQueryable();
        if (input.Role is { } role)
        {
            accounts = accounts.Where(a => a.Role == role);
        }

        if (input.OrganizationId is { } organizationId)
        {
            accounts = accounts.Where(a => a.OrganizationId == organizationId);
        }

        return (
            from a in accounts.Search(input.Text)
            join o in db.Organizations on a.OrganizationId equals o.Id into organizations
            from o in organizations.DefaultIfEmpty()
            join l in db.PasswordLinks on a.Id equals l.AccountId into links
            from l in links.DefaultIfEmpty()
            orderby EF.Property<string>(a, NameColumns.SortKey), a.Id
            select new Row(
                a.Id,
                a.UserName!,
                a.DisplayName,
                a.Email,
                a.PhoneNumber,
                a.Role,
                a.OrganizationId,
                o == null ? null : o.Name,
                a.CreatedAt,
                a.DisabledAt,
                a.MustChangePassword,
                l == null ? null : new LinkRow(l.LinkId, l.Kind, l.Way, l.ExpiresAt, l.GivenOutAt)
            )
        );
    }
}
