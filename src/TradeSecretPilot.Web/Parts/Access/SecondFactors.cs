using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>
/// The second factors of an account: an authenticator (TOTP) and passkeys. Identity's flag says that there is at least one; it is
/// set here alone, with whatever ends the account's other sessions.
/// </summary>
public sealed class SecondFactors(UserManager<PortalAccount> accounts)
{
    private const int RecoveryCodes = 10;

    // Where Identity keeps the secret. Its own method also renews the security stamp: looking at the page would sign the account
    // out everywhere else.
    private const string KeyProvider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";

    /// <summary>Beside a secret that its owner was shown and has not confirmed by a code yet: it opens nothing.</summary>
    private const string Unconfirmed = "AuthenticatorUnconfirmed";

    /// <summary>Whether the account signs in with an authenticator.</summary>
    public async Task<bool> HasAuthenticatorAsync(PortalAccount account) =>
        account.TwoFactorEnabled
        && await accounts.GetAuthenticatorKeyAsync(account) is { Length: > 0 }
        && await accounts.GetAuthenticationTokenAsync(account, KeyProvider, Unconfirmed) is null;

    /// <summary>The secret to set an authenticator up with; the same until it is confirmed.</summary>
    public async Task<string> OfferAuthenticatorAsync(PortalAccount account)
    {
        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (string.IsNullOrEmpty(key))
        {
            key = accounts.GenerateNewAuthenticatorKey();
            await accounts.SetAuthenticationTokenAsync(account, KeyProvider, KeyName, key);
        }

        if (await accounts.GetAuthenticationTokenAsync(account, KeyProvider, Unconfirmed) is null)
        {
            await accounts.SetAuthenticationTokenAsync(account, KeyProvider, Unconfirmed, "1");
        }

        return key;
    }

    /// <summary>Its code was right: from now on it is asked for.</summary>
    /// <returns>Recovery codes, when this is the account's first second factor.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAuthenticatorAsync(PortalAccount account)
    {
        await accounts.RemoveAuthenticationTokenAsync(account, KeyProvider, Unconfirmed);
        return await EnableAsync(account);
    }

    /// <summary>Takes the authenticator away. A secret that was once in use is not offered again.</summary>
    public async Task RemoveAuthenticatorAsync(PortalAccount account)
    {
        await accounts.RemoveAuthenticationTokenAsync(account, KeyProvider, KeyName);
        await accounts.RemoveAuthenticationTokenAsync(account, KeyProvider, Unconfirmed);
        await SetAsync(account, (await accounts.GetPasskeysAsync(account)).Count > 0);
    }

    /// <summary>Adds a passkey that the authenticator has made.</summary>
    /// <returns>Recovery codes, when this is the account's first second factor.</returns>
    public async Task<IReadOnlyList<string>?> AddPasskeyAsync(
        PortalAccount account,
        UserPasskeyInfo passkey
    )
    {
        if (
            !account.TwoFactorEnabled
            && await accounts.GetAuthenticatorKeyAsync(account) is { Length: > 0 }
        )
        {
            // It was shown and never confirmed; the flag must not make it one that opens.
            await accounts.SetAuthenticationTokenAsync(account, KeyProvider, Unconfirmed, "1");
        }

        Check(await accounts.AddOrUpdatePasskeyAsync(account, passkey));
        return await EnableAsync(account);
    }

    public async Task RemovePasskeyAsync(PortalAccount account, byte[] credentialId)
    {
        Check(await accounts.RemovePasskeyAsync(account, credentialId));
        await SetAsync(
            account,
            (await accounts.GetPasskeysAsync(account)).Count > 0
                || await HasAuthenticatorAsync(account)
        );
    }

    /// <summary>New recovery codes in place of those there are.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(PortalAccount account) =>
        [.. (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!];

    private async Task<IReadOnlyList<string>?> EnableAsync(PortalAccount account)
    {
        var isFirst = !account.TwoFactorEnabled;
        account.MustSetSecondFactor = false;
        await SetAsync(account, true);
        return isFirst ? await RenewRecoveryCodesAsync(account) : null;
    }

    /// <summary>Ends every session of the account, the present one until its cookie is renewed included.</summary>
    private async Task SetAsync(PortalAccount account, bool hasOne)
    {
        account.Ending = SessionEnd.SecondFactorChanged;
        Check(await accounts.SetTwoFactorEnabledAsync(account, hasOne));
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }
}
