using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>What a browser needs for one use of a passkey.</summary>
/// <param name="Options">JSON, as <c>PublicKeyCredential</c> reads it.</param>
/// <param name="State">What the portal has to know when the answer comes; protected, to be sent back as it is.</param>
public sealed record BegunCeremony(string Options, string State);

/// <summary>A passkey that signed what it was asked to.</summary>
/// <param name="Passkey">With its counter as it is now.</param>
public sealed record ProvenPasskey(PortalAccount Account, UserPasskeyInfo Passkey);

/// <summary>
/// The two ceremonies of Web Authentication, by Identity's handler. Their state travels with the form in place of Identity's cookie,
/// which is the one of a sign-in that waits for its second step. It lasts three minutes, and an answer opens one door once.
/// </summary>
public sealed class PasskeyCeremony(
    IPasskeyHandler<PortalAccount> handler,
    IDataProtectionProvider protection,
    UsedCodes used,
    IHttpContextAccessor http
)
{
    public const int NameMaxLength = 40;

    /// <summary>Longer than any authenticator's answer.</summary>
    private const int AnswerMaxLength = 32 * 1024;

    /// <summary>Shorter than used answers are remembered.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(3);

    private HttpContext Http => http.HttpContext!;

    /// <param name="account">Whose passkeys may answer; null for anybody's.</param>
    public async Task<BegunCeremony> BeginSignInAsync(PortalAccount? account)
    {
        var begun = await handler.MakeRequestOptionsAsync(account!, Http);
        return new(
            begun.RequestOptionsJson,
            Protector("sign-in").Protect(begun.AssertionState ?? "", Lasts)
        );
    }

    /// <summary>Whose passkey answered; null when the answer is wrong, late, or was used before.</summary>
    public async Task<ProvenPasskey?> FinishSignInAsync(string? answer, string? state)
    {
        if (
            answer is not { Length: > 0 and <= AnswerMaxLength }
            || Read("sign-in", state) is not { } begun
        )
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = Http,
                CredentialJson = answer,
                AssertionState = begun,
            }
        );
        return
            result
                is { Succeeded: true, User: { } account, Passkey: { IsUserVerified: true } passkey }
            && await used.TakeAsync(account.Id, DigestOf(state!), Http.RequestAborted)
            ? new(account, passkey)
            : null;
    }

    /// <param name="name">What the owner calls it.</param>
    public async Task<BegunCeremony> BeginRegistrationAsync(PortalAccount account, string name)
    {
        var begun = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = $"{account.Id}",
                Name = account.UserName!,
                DisplayName = account.DisplayName,
            },
            Http
        );
        return new(
            begun.CreationOptionsJson,
            Protector(PurposeOf(account)).Protect($"{name}\n{begun.AttestationState}", Lasts)
        );
    }

    /// <summary>The new passkey; null when the answer is wrong or late.</summary>
    public async Task<UserPasskeyInfo?> FinishRegistrationAsync(
        PortalAccount account,
        string? answer,
        string? state
    )
    {
        if (
            answer is not { Length: > 0 and <= AnswerMaxLength }
            || Read(PurposeOf(account), state) is not { } begun
        )
        {
            return null;
        }

        var name = begun.IndexOf('\n', StringComparison.Ordinal);
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = Http,
                CredentialJson = answer,
                AttestationState = begun[(name + 1)..],
            }
        );
        if (!result.Succeeded || result.Passkey.CredentialId.Length > PasskeyLimits.IdMaxLength)
        {
            return null;
        }

        result.Passkey.Name = begun[..name];
        return result.Passkey;
    }

    /// <summary>The permission to register was given to this account, before any other change of its secrets.</summary>
    private static string PurposeOf(PortalAccount account) =>
        $"register:{account.Id}:{account.SecurityStamp}";

    private static string DigestOf(string state) =>
        "passkey:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    private ITimeLimitedDataProtector Protector(string purpose) =>
        protection
            .CreateProtector("TradeSecretPilot.Passkeys", purpose)
            .ToTimeLimitedDataProtector();

    private string? Read(string purpose, string? state)
    {
        try
        {
            return string.IsNullOrEmpty(state) ? null : Protector(purpose).Unprotect(state);
        }
        catch (CryptographicException)
        {
            // Of another purpose, changed, or too old.
            return null;
        }
    }
}
