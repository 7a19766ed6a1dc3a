using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>What came of a secret that a signed-in person gave.</summary>
public enum SecretCheck
{
    Right,
    Wrong,

    /// <summary>It was not looked at: the account is locked after failures.</summary>
    LockedOut,
}

/// <summary>
/// Where a signed-in person gives a secret again: with the lockout and the audit trail of signing in, so that an open page is no
/// place to guess at. The limiter of sign-ins counts these pages too.
/// </summary>
public sealed class OwnSecret(
    UserManager<PortalAccount> accounts,
    IServiceScopeFactory scopes,
    IHttpContextAccessor http
)
{
    public Task<SecretCheck> CheckPasswordAsync(PortalAccount account, string? password) =>
        CheckAsync(
            account,
            () => accounts.CheckPasswordAsync(account, password ?? ""),
            OwnSecretAct.PasswordRefused
        );

    /// <param name="account">Whose.</param>
    /// <param name="code">Of the authenticator that is being set up; blanks do not count.</param>
    public Task<SecretCheck> CheckCodeAsync(PortalAccount account, string? code) =>
        CheckAsync(
            account,
            () =>
                accounts.VerifyTwoFactorTokenAsync(
                    account,
                    accounts.Options.Tokens.AuthenticatorTokenProvider,
                    (code ?? "").Replace(" ", "", StringComparison.Ordinal)
                ),
            OwnSecretAct.CodeRefused
        );

    /// <summary>Keeps what was done in the audit trail.</summary>
    public async Task RecordAsync(PortalAccount account, OwnSecretAct act)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(RecordSignIn.Job);
        await scope
            .ServiceProvider.GetRequiredService<RecordOwnSecret>()
            .ExecuteAsync(
                new(account.Id, act, http.HttpContext?.Connection.RemoteIpAddress?.ToString()),
                Acting.ToTheEnd
            );
    }

    private async Task<SecretCheck> CheckAsync(
        PortalAccount account,
        Func<Task<bool>> isRight,
        OwnSecretAct refused
    )
    {
        if (await accounts.IsLockedOutAsync(account))
        {
            await RecordAsync(account, OwnSecretAct.LockedOut);
            return SecretCheck.LockedOut;
        }

        if (await isRight())
        {
            await accounts.ResetAccessFailedCountAsync(account);
            return SecretCheck.Right;
        }

        await accounts.AccessFailedAsync(account);
        if (await accounts.IsLockedOutAsync(account))
        {
            await RecordAsync(account, OwnSecretAct.LockedOut);
            return SecretCheck.LockedOut;
        }

        await RecordAsync(account, refused);
        return SecretCheck.Wrong;
    }
}
