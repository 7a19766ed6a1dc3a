using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Demo.World;

/// <summary>The accounts that the demonstration's sign-in page offers, one or two for each role.</summary>
public sealed class ListDemoEntrances(PilotSessions sessions)
{
    /// <param name="Place">Organisation, or the expert's specialty; null for administrators.</param>
    public sealed record Row(Guid AccountId, string UserName, Role Role, string? Place);

    public async Task<IReadOnlyList<Row>> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var db = session.Db;
        var home = await (
            from a in db.Applications
            where a.ProvinceCode == DemoWorld.ProvinceCode
            orderby a.AnnouncedAt != null && a.Status == ApplicationStatus.Selected ? 0
            : a.Status == ApplicationStatus.Returned ? 1
            : a.Status == ApplicationStatus.Draft ? 2
            : 3, a.Number
            select (Guid?)a.OrganizationId
        ).FirstOrDefaultAsync(ct);
        var staff = await (
            from a in db.Accounts
            where a.DisabledAt == null
            join o in db.Organizations on a.OrganizationId equals o.Id into organizations
            from o in organizations.DefaultIfEmpty()
            join e in db.Experts on a.Id equals e.Id into experts
            from e in experts.DefaultIfEmpty()
            where
                a.OrganizationId == home
                || (
                    o != null
                    && o.Kind == OrganizationKind.ProvincialRegulator
                    && o.ProvinceCode == DemoWorld.ProvinceCode
                )
                || (o != null && o.Kind == OrganizationKind.NationalRegulator)
                || a.OrganizationId == null
            orderby a.UserName
            select new Row(
                a.Id,
                a.UserName!,
                a.Role,
                o != null ? o.Name
                    : e != null ? e.Specialty
                    : null
            )
        ).ToListAsync(ct);
        return
        [
            .. staff.Where(r => r.Role != Role.Expert),
            .. staff.Where(r => r.Role == Role.Expert).Take(2),
        ];
    }
}
