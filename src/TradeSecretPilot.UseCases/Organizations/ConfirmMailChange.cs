using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// The owner of an account, signed in, opens the link that went to the new mail address: from now on it is the account's. A wrong code
/// counts towards the lockout as a wrong password does, and is answered alike whatever is wrong.
/// </summary>
public sealed class ConfirmMailChange(PilotSessions sessions, UserManager<Account> users)
{
    /// <param name="Code">Of the mail.</param>
    /// <param name="RemoteAddress">Where from; null when unknown.</param>
    public sealed record Input(string? Code, string? RemoteAddress);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var account = await session.ReadOwnAccountAsync(ct);
        var change = await session.FindMailChangeAsync(account.Id, ct);
        if (account.IsLockedOut() || change?.Opens(input.Code, session.Now) != true)
        {
            account.CountFailure();
            session.Record(
                new ActRecord(Act.SignInLinkRefused, account.Id)
                {
                    Note = RecordSignIn.NoteOf(account.UserName, "", input.RemoteAddress),
                }
            );
            return (await session.SaveAsync(ct)).Refusal ?? AccountRefusals.MailLinkInvalid();
        }

        // Addressees are read as they are stored: it is the former address that is told.
        session.Notify(Recipients.Account(account.Id), new AccountMessages.MailChanged());
        account.Email = change.Address;
        account.NormalizedEmail = users.NormalizeEmail(change.Address);
        account.EmailConfirmed = true;
        account.AccessFailedCount = 0;
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        session.Db.MailChanges.Remove(change);
        session.Record(account.Act(Act.AccountMailChanged));
        return await session.SaveAsync(ct);
    }
}
