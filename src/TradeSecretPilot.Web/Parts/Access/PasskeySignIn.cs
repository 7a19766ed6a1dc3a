using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>
/// Signing in by a passkey, alone or as the second step. It is both factors: something its owner has, unlocked by a finger, a face or
/// a PIN (user verification is required). Closed to disabled and locked accounts, and kept in the audit trail, like every sign-in.
/// </summary>
public sealed class PasskeySignIn(
    PasskeyCeremony ceremony,
    UserManager<PortalAccount> accounts,
    SignInManager<PortalAccount> signIn,
    IServiceScopeFactory scopes,
    IHttpContextAccessor http
)
{
    /// <summary>What the session's cookie says of how it was begun.</summary>
    private const string Method = "passkey";

    /// <param name="answer">Of the browser, JSON.</param>
    /// <param name="state">As the ceremony was begun with.</param>
    public async Task<SignInResult> SignInAsync(string? answer, string? state)
    {
        // At the second step an answer that is wrong counts as a wrong code does.
        var waiting = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (await ceremony.FinishSignInAsync(answer, state) is not { } proof)
        {
            if (waiting is not null)
            {
                await accounts.AccessFailedAsync(waiting);
            }

            await RecordAsync(waiting?.UserName ?? "", SignInOutcome.PasskeyFailed);
            return SignInResult.Failed;
        }

        var account = proof.Account;
        if (!await signIn.CanSignInAsync(account))
        {
            await RecordAsync(account.UserName!, SignInOutcome.Disabled);
            return SignInResult.NotAllowed;
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            await RecordAsync(account.UserName!, SignInOutcome.LockedOut);
            return account.LockoutEnd >= AccountLock.ForGood
                ? new LockedByAdministrator()
                : SignInResult.LockedOut;
        }

        // Its counter tells a copy of the key from the original.
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, proof.Passkey)).Succeeded)
        {
            return SignInResult.Failed;
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(account, isPersistent: false, Method);
        await RecordAsync(account.UserName!, SignInOutcome.SucceededByPasskey);
        return SignInResult.Success;
    }

    private async Task RecordAsync(string userName, SignInOutcome outcome)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(RecordSignIn.Job);
        await scope
            .ServiceProvider.GetRequiredService<RecordSignIn>()
            .ExecuteAsync(
                new(userName, outcome, http.HttpContext?.Connection.RemoteIpAddress?.ToString()),
                Acting.ToTheEnd
            );
    }
}
