using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>Locks and second factors of the accounts, for the security administrator.</summary>
[OneSnapshot]
public sealed class ListAccountSecurity(PilotSessions sessions)
{
    /// <param name="Text">Looked for in the account name and the person's name.</param>
    /// <param name="LockedOnly">Only accounts that are locked now.</param>
    public sealed record Input(
        string? Text = null,
        bool LockedOnly = false,
        Role? Role = null,
        Paging? Paging = null
    );

    /// <param name="LockedUntil">UTC, by the machine's clock; null when the account is not locked.</param>
    /// <param name="LockedByAdministrator">Locked until a security administrator unlocks it.</param>
    /// <param name="FailedSignIns">Failures since the last success.</param>
    public sealed record Row(
        Guid AccountId,
        string UserName,
        string DisplayName,
        Role Role,
        string? OrganizationName,
        DateTimeOffset? LockedUntil,
        bool LockedByAdministrator,
        int FailedSignIns,
        bool TwoFactorEnabled,
        bool MustChangePassword,
        DateTimeOffset? DisabledAt
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageSecurity, ct);
        var db = session.Db;
        // Identity locks by the machine's clock, also where the portal's own stands elsewhere.
        var now = TimeProvider.System.GetUtcNow();
        var lockedForGood = AccountLock.ForGood;
        var accounts = db.Accounts.AsQueryable();
        if (input.LockedOnly)
        {
            accounts = accounts.Where(a => a.LockoutEnd != null && a.LockoutEnd > now);
        }

        if (input.Role is { } role)
        {
            accounts = accounts.Where(a => a.Role == role);
        }

        return await (
            from a in accounts.Search(input.Text)
            join o in db.Organizations on a.OrganizationId equals o.Id into organizations
            from o in organizations.DefaultIfEmpty()
            orderby EF.Property<string>(a, NameColumns.SortKey), a.Id
            select new Row(
                a.Id,
                a.UserName!,
                a.DisplayName,
                a.Role,
                o == null ? null : o.Name,
                a.LockoutEnd > now ? a.LockoutEnd : null,
                a.LockoutEnd != null && a.LockoutEnd >= lockedForGood,
                a.AccessFailedCount,
                a.TwoFactorEnabled,
                a.MustChangePassword,
                a.DisabledAt
            )
        ).ToPageAsync(input.Paging ?? new Paging(), ct);
    }
}
