using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// The owner of an account sets its password by the link or letter that was given out. Run as the job 登录, for whoever comes with
/// a code. A wrong code counts towards the lockout as a wrong password does, and is answered alike whatever is wrong: no such
/// account, no link, one that was used, replaced or withdrawn, or an account that is locked.
/// </summary>
public sealed class SetPasswordByLink(PilotSessions sessions, UserManager<Account> users)
{
    /// <param name="UserName">As it was typed.</param>
    /// <param name="Code">Of the link or letter.</param>
    /// <param name="Password">The new one.</param>
    /// <param name="RemoteAddress">Where from; null when unknown.</param>
    public sealed record Input(
        string? UserName,
        string? Code,
        string? Password,
        string? RemoteAddress
    );

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var typed = (input.UserName ?? "").Trim();
        var name = users.NormalizeName(typed);
        var account = await session.Db.Accounts.SingleOrDefaultAsync(
            a => a.NormalizedUserName == name,
            ct
        );
        var link = account is null
            ? null
            : await session.Db.PasswordLinks.SingleOrDefaultAsync(
                l => l.AccountId == account.Id,
                ct
            );
        var note = RecordSignIn.NoteOf(account?.UserName, typed, input.RemoteAddress);
        if (
            account is null
            || account.IsClosed()
            || account.IsLockedOut()
            || link?.Opens(input.Code, session.Now) != true
        )
        {
            account?.CountFailure();
            session.Record(
                new ActRecord(Act.SignInLinkRefused, account?.Id ?? Guid.Empty) { Note = note }
            );
            return (await session.SaveAsync(ct)).Refusal ?? AccountRefusals.LinkInvalid();
        }

        if (await Passwords.SetAsync(users, account, input.Password ?? "") is { } unfit)
        {
            return unfit;
        }

        account.MustChangePassword = false;
        account.AccessFailedCount = 0;
        // Whoever read the mail has shown that the address is theirs.
        account.EmailConfirmed |= link.Way == LinkWay.Mail;
        session.Db.PasswordLinks.Remove(link);
        session.Record(new ActRecord(Act.SignInPasswordSet, account.Id) { Note = note });
        session.Notify(Recipients.Account(account.Id), new AccountMessages.PasswordSet());
        if (link.Kind == LinkKind.Reset)
        {
            session.Notify(
                Recipients.SecurityAdministrators,
                new AccountMessages.PasswordSetOf(account.UserName!, account.DisplayName)
            );
        }

        return await session.SaveAsync(ct);
    }
}
