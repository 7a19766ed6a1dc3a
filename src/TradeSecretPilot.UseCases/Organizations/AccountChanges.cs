using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>What is done to an account alike by one administrator, or by two where the account is privileged.</summary>
internal static class AccountChanges
{
    /// <summary>Ends the present password, gives the owner a link, and tells the owner and the security administrators.</summary>
    /// <param name="by">The administrator who asked for it.</param>
    public static async Task<Result<GivenLink>> ResetAsync(
        this Account account,
        PilotSession session,
        UserManager<Account> users,
        MailSender sender,
        string by,
        string reason,
        CancellationToken ct
    )
    {
        if (account.IsClosed())
        {
            return AccountRefusals.Closed();
        }

        Passwords.SetToUnknown(users, account);
        account.MustChangePassword = false;
        // Whoever had the password may have asked for it.
        await session.WithdrawMailChangeAsync(account, ct);
        var link = await session.GiveLinkAsync(account, LinkKind.Reset, sender, ct);
        session.Record(account.Act(Act.AccountPasswordReset, reason));
        session.Notify(Recipients.Account(account.Id), new AccountMessages.PasswordReset(by));
        session.Notify(
            Recipients.SecurityAdministrators,
            new AccountMessages.PasswordResetOf(account.UserName!, account.DisplayName, by)
        );
        return link;
    }

    /// <returns>Why it was not enabled; null when it was.</returns>
    public static Refusal? Enable(this Account account, PilotSession session)
    {
        if (account.DisabledAt is null)
        {
            return PlatformRefusals.AlreadyDone();
        }

        account.DisabledAt = null;
        account.Restamp(SessionEnd.AccountChanged);
        session.Record(account.Act(Act.AccountEnabled));
        return null;
    }
}
