using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>我的资料: what the portal holds about the signed-in person.</summary>
[OneSnapshot]
public sealed class GetOwnDetails(PilotSessions sessions, MailSender sender)
{
    /// <param name="Phone">Of the office; null when none was given.</param>
    /// <param name="Email">Where messages go; null for nowhere.</param>
    /// <param name="EmailConfirmed">Its owner has shown to read it: passwords are reset by mail to a confirmed one alone.</param>
    /// <param name="Change">Null when no other address waits to be confirmed.</param>
    /// <param name="CanChangeMail">The portal sends mails with links.</param>
    public sealed record View(
        string UserName,
        string DisplayName,
        Role Role,
        string? OrganizationName,
        string? Phone,
        string? Email,
        bool EmailConfirmed,
        ChangeRow? Change,
        bool CanChangeMail
    );

    /// <param name="LinkId">Of the mail that was sent last.</param>
    /// <param name="AskedAt">UTC.</param>
    /// <param name="ExpiresAt">UTC; may be past.</param>
    public sealed record ChangeRow(
        Guid LinkId,
        string Address,
        DateTimeOffset AskedAt,
        DateTimeOffset ExpiresAt,
        bool Expired
    );

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var (me, now) = (session.Actor.AccountId, session.Now);
        var (organization, canChange) = (session.Actor.OrganizationName, sender.CanSendLinks);
        return await (
            from a in session.Db.Accounts
            where a.Id == me
            join c in session.Db.MailChanges on a.Id equals c.AccountId into changes
            from c in changes.DefaultIfEmpty()
            select new View(
                a.UserName!,
                a.DisplayName,
                a.Role,
                organization,
                a.PhoneNumber,
                a.Email,
                a.EmailConfirmed,
                c == null
                    ? null
                    : new ChangeRow(
                        c.LinkId,
                        c.Address,
                        c.AskedAt,
                        c.ExpiresAt,
                        c.ExpiresAt <= now
                    ),
                canChange
            )
        ).SingleAsync(ct);
    }
}
