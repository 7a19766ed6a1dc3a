using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.Domain.Organizations;
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

    /// <param name="Link">Null when the account is privileged: nothing was done yet.</param>
    /// <param name="ConsentUntil">UTC; until then another administrator may consent.</param>
    public sealed record View(GivenLink? Link, DateTimeOffset? ConsentUntil = null);

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
        if (session.NeedsConsent(account.Role))
        {
            if (account.IsClosed())
            {
                return AccountRefusals.Closed();
            }

            var asked = await session.AskForConsentAsync(
                ConsentAct.ResetPassword,
                account.AsSubject(),
                input.Reason,
                ct
            );
            return asked.Refusal is { } impossible
                ? impossible
                : await session.SaveAsync(() => new View(null, asked.Value), ct);
        }

        var reset = await account.ResetAsync(
            session,
            users,
            sender,
            session.Actor.Name,
            input.Reason,
            ct
        );
        return reset.Refusal is { } closed
            ? closed
            : await session.SaveAsync(() => new View(reset.Value), ct);
    }
}
