using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// Ends the present password of an account and gives its owner a link by which to set another one: nobody else learns one. Locks
/// and second factors stay as they are: they are the security administrator's.
/// </summary>
public sealed class ResetPassword(
    PilotSessions sessions,
    UserManager<Account> users,
    MailSender sender
)
{
    public sealed record Input(Guid AccountId, string Reason);

    public sealed record View(GivenLink Link);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        var found = await session.FindOtherAccountAsync(input.AccountId, ct);
        if (
            (found.Refusal ?? Reasons.Check(input.Reason, AccountRefusals.ReasonMaxLength)) is
            { } refusal
        )
        {
            return refusal;
        }

        var account = found.Value;
        if (account.IsClosed())
        {
            return AccountRefusals.Closed();
        }

        Passwords.SetToUnknown(users, account);
        account.MustChangePassword = false;
        var link = await session.GiveLinkAsync(account, LinkKind.Reset, sender, ct);
        session.Record(account.Act(Act.AccountPasswordReset, input.Reason));
        session.Notify(
            Recipients.Account(account.Id),
            new AccountMessages.PasswordReset(session.Actor.Name)
        );
        session.Notify(
            Recipients.SecurityAdministrators,
            new AccountMessages.PasswordResetOf(
                account.UserName!,
                account.DisplayName,
                session.Actor.Name
            )
        );
        return await session.SaveAsync(() => new View(link), ct);
    }
}
