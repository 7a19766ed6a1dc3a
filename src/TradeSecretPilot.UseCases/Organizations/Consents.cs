using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>Asks for a second administrator's consent where an act on a privileged account needs it.</summary>
internal static class Consents
{
    public const string Page = "/admin/consents";

    /// <summary>Whether the act waits for consent. The portal's own jobs need none: they act on the server.</summary>
    public static bool NeedsConsent(this PilotSession session, Role role) =>
        role.IsPrivileged() && !session.Actor.IsSystem;

    /// <summary>Keeps what is asked, and tells those who may consent. Nothing else is done.</summary>
    /// <returns>Until when it may be decided on, in UTC.</returns>
    public static async Task<Result<DateTimeOffset>> AskForConsentAsync(
        this PilotSession session,
        ConsentAct act,
        ConsentRequest.Subject subject,
        string? reason,
        CancellationToken ct
    )
    {
        var (db, me, now) = (session.Db, session.Actor.AccountId!.Value, session.Now);
        var isAsked = await db.ConsentRequests.AnyAsync(
            r =>
                r.Act == act
                && r.Status == ConsentStatus.Open
                && r.ExpiresAt > now
                && (r.AccountId == subject.AccountId || r.UserName == subject.UserName),
            ct
        );
        if (isAsked)
        {
            return ConsentRefusals.AskedAlready();
        }

        DateTimeOffset? lockedForGood = AccountLock.ForGood;
        var others = await db
            .Accounts.Where(a =>
                (a.Role == Role.SystemAdmin || a.Role == Role.SecurityAdmin)
                && a.Id != me
                && a.Id != subject.AccountId
                && a.DisabledAt == null
                && (a.LockoutEnd == null || a.LockoutEnd < lockedForGood)
            )
            .Select(a => a.Id)
            .ToListAsync(ct);
        if (others.Count == 0)
        {
            return ConsentRefusals.NobodyElse();
        }

        var request = ConsentRequest.Ask(act, subject, reason, me, session.Actor.Name, now);
        db.ConsentRequests.Add(request);
        session.Record(request.ToRecord(Act.ConsentAsked, reason));
        foreach (var other in others)
        {
            session.Notify(
                Recipients.Account(other),
                new AccountMessages.ConsentAsked(act, subject.UserName, session.Actor.Name)
            );
        }

        return request.ExpiresAt;
    }

    /// <summary>The account as a request names it.</summary>
    public static ConsentRequest.Subject AsSubject(this Account account) =>
        new(
            account.Id,
            account.UserName!,
            account.DisplayName,
            account.Email,
            account.Role,
            account.OrganizationId
        );

    /// <summary>An act on a request, for the audit trail: under the account that it is about.</summary>
    public static ActRecord ToRecord(this ConsentRequest request, Act act, string? note) =>
        new(act, request.AccountId)
        {
            Note = string.Join(
                "：",
                new[]
                {
                    $"{Wording.Terms.Of(request.Act).Zh} {request.UserName}",
                    note?.Trim(),
                }.Where(n => !string.IsNullOrEmpty(n))
            ),
        };

    /// <summary>三员分立: who created one kind of administrator creates none of the other two.</summary>
    public static async Task<Refusal?> CheckKindAsync(
        this PilotSession session,
        Role wanted,
        Guid by,
        CancellationToken ct
    )
    {
        if (!wanted.IsAdministrator())
        {
            return null;
        }

        var (db, now) = (session.Db, session.Now);
        var made = await db
            .Accounts.Where(a => a.CreatedById == by && a.Role != wanted)
            .Select(a => a.Role)
            .Distinct()
            .ToListAsync(ct);
        var waiting = await db
            .ConsentRequests.Where(r =>
                r.AskedById == by
                && r.Act == ConsentAct.Create
                && r.Status == ConsentStatus.Open
                && r.ExpiresAt > now
                && r.Role != wanted
            )
            .Select(r => r.Role)
            .Distinct()
            .ToListAsync(ct);
        Role? other = made.Concat(waiting)
            .Where(r => r.IsAdministrator())
            .Cast<Role?>()
            .FirstOrDefault();
        return other is { } kind ? AccountRefusals.OtherKind(kind) : null;
    }
}
