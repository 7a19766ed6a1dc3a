using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// Another mail address for the own account. Nothing changes until its owner, signed in, opens the link that goes to the new address
/// (<see cref="ConfirmMailChange"/>); the present one is told. The caller checks the password first.
/// </summary>
public sealed class AskMailChange(
    PilotSessions sessions,
    UserManager<Account> users,
    MailSender sender
)
{
    /// <param name="Address">The new one; the present one, when it was never confirmed.</param>
    public sealed record Input(string? Address);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var address = (input.Address ?? "").Trim();
        if (address.Length == 0 || !NewAccountRules.IsEmail(address))
        {
            return AccountRefusals.MailMissing();
        }

        if (!sender.CanSendLinks)
        {
            return AccountRefusals.MailUnavailable();
        }

        var account = await session.ReadOwnAccountAsync(ct);
        if (
            account.EmailConfirmed
            && users.NormalizeEmail(account.Email) == users.NormalizeEmail(address)
        )
        {
            return AccountRefusals.MailSame();
        }

        var change = await session.FindMailChangeAsync(account.Id, ct);
        if (change is null)
        {
            change = MailChange.For(account.Id, address, session.Now);
            session.Db.MailChanges.Add(change);
        }
        else if (
            change.Address == address
            && session.Now < change.AskedAt + MailChange.BetweenMails
        )
        {
            return AccountRefusals.MailTooSoon();
        }
        else
        {
            change.Replace(address, session.Now);
        }

        session.SendLink(account, change, sender);
        session.Notify(Recipients.Account(account.Id), new AccountMessages.MailChangeAsked());
        session.Record(account.Act(Act.AccountMailChangeAsked));
        return await session.SaveAsync(ct);
    }
}
