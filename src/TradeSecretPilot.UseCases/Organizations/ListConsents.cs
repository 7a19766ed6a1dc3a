using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>同意事项: what administrators asked for on privileged accounts, the latest first.</summary>
public sealed class ListConsents(PilotSessions sessions)
{
    /// <param name="OpenOnly">Only what can still be decided on.</param>
    public sealed record Input(bool OpenOnly = false, Paging? Paging = null);

    /// <param name="Version">Row version, for the decision.</param>
    /// <param name="AskedAt">UTC.</param>
    /// <param name="ExpiresAt">UTC; past and open: it expired without effect.</param>
    /// <param name="DecidedAt">UTC; null while open.</param>
    /// <param name="IsMine">Asked by the reader, who cannot consent to it.</param>
    /// <param name="IsAboutMe">About the reader's own account.</param>
    /// <param name="IsOpen">It can be decided on now.</param>
    public sealed record Row(
        Guid RequestId,
        int Version,
        ConsentAct Act,
        ConsentStatus Status,
        string UserName,
        string DisplayName,
        string? Email,
        Role Role,
        string? OrganizationName,
        string? Reason,
        string AskedBy,
        DateTimeOffset AskedAt,
        DateTimeOffset ExpiresAt,
        string? DecidedBy,
        DateTimeOffset? DecidedAt,
        string? Answer,
        bool IsMine,
        bool IsAboutMe,
        bool IsOpen
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ConsentToAccounts, ct);
        var (db, me, now) = (session.Db, session.Actor.AccountId, session.Now);
        var requests = db.ConsentRequests.AsQueryable();
        if (input.OpenOnly)
        {
            requests = requests.Where(r => r.Status == ConsentStatus.Open && r.ExpiresAt > now);
        }

        return await (
            from r in requests
            join o in db.Organizations on r.OrganizationId equals o.Id into organizations
            from o in organizations.DefaultIfEmpty()
            orderby r.AskedAt descending, r.Id descending
            select new Row(
                r.Id,
                r.Version,
                r.Act,
                r.Status,
                r.UserName,
                r.DisplayName,
                r.Email,
                r.Role,
                o == null ? null : o.Name,
                r.Reason,
                r.AskedBy,
                r.AskedAt,
                r.ExpiresAt,
                r.DecidedBy,
                r.DecidedAt,
                r.Answer,
                r.AskedById == me,
                r.AccountId == me,
                r.Status == ConsentStatus.Open && r.ExpiresAt > now
            )
        ).ToPageAsync(input.Paging ?? new Paging(), ct);
    }
}
