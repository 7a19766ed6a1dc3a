using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// Gives an account a random one-time password, which must be changed at the next sign-in. Locks and second factors stay as
/// they are: they are the security administrator's.
/// </summary>
public sealed class ResetPassword(PilotSessions sessions, UserManager<Account> users)
{
    public sealed record Input(Guid AccountId, string Reason);

    /// <param name="OneTimePassword">Shown once and never again.</param>
    public sealed record View(string OneTimePassword);

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
        var password = Passwords.Generate();
        if (await Passwords.SetAsync(users, account, password) is { } unfit)
        {
            return unfit;
        }

        account.MustChangePassword = true;
        session.Record(account.Act(Act.AccountPasswordReset, input.Reason));
        return await session.SaveAsync(() => new View(password), ct);
    }
}
