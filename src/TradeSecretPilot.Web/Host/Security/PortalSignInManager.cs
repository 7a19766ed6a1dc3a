using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>Identity's sign-in, closed to disabled accounts, silent about which accounts there are, and kept in the audit trail.</summary>
public sealed class PortalSignInManager(
    UserManager<PortalAccount> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<PortalAccount> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalAccount>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalAccount> confirmation,
    IServiceScopeFactory scopes,
    SessionStore sessions,
    FailedNames names,
    SecondFactors factors
) : SignInManager<PortalAccount>(accounts, context, claims, options, logger, schemes, confirmation)
{
    /// <summary>Who does not exist has a password too: the time that checking takes tells nothing.</summary>
    private static readonly PortalAccount Nobody = new();
    private static readonly Lazy<string> NobodysHash = new(() =>
        new PasswordHasher<PortalAccount>().HashPassword(Nobody, Guid.NewGuid().ToString())
    );

    public override async Task<bool> CanSignInAsync(PortalAccount user) =>
        user.DisabledAt is null && await base.CanSignInAsync(user);

    /// <summary>Passkeys alone are a second factor too; Identity asks for its own token providers.</summary>
    public override Task<bool> IsTwoFactorEnabledAsync(PortalAccount user) =>
        UserManager.GetTwoFactorEnabledAsync(user);

    public override async Task<SignInResult> PasswordSignInAsync(
        string userName,
        string password,
        bool isPersistent,
        bool lockoutOnFailure
    )
    {
        var result = await TryAsync(userName, password, isPersistent, lockoutOnFailure);
        if (!result.RequiresTwoFactor)
        {
            await RecordAsync(userName, OutcomeOf(result, SignInOutcome.Failed));
        }

        return result;
    }

    public override async Task<SignInResult> TwoFactorAuthenticatorSignInAsync(
        string code,
        bool isPersistent,
        bool rememberClient
    )
    {
        var user = await GetTwoFactorAuthenticationUserAsync();
        var result =
            user is not null && !await factors.HasAuthenticatorAsync(user)
                ? SignInResult.Failed
                : await base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient);
        await RecordAsync(
            user?.UserName ?? "",
            OutcomeOf(result, SignInOutcome.SecondFactorFailed)
        );
        return result;
    }

    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode)
    {
        var user = await GetTwoFactorAuthenticationUserAsync();
        var result = await base.TwoFactorRecoveryCodeSignInAsync(recoveryCode);
        await RecordAsync(
            user?.UserName ?? "",
            OutcomeOf(result, SignInOutcome.SecondFactorFailed)
        );
        return result;
    }

    /// <summary>Every cookie names a session of its own: one that is renewed after a change of the account ends the one before.</summary>
    public override async Task SignInWithClaimsAsync(
        PortalAccount user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        var former = Context.User.SessionId();
        var session = await sessions.BeginAsync(
            user.Id,
            await UserManager.GetSecurityStampAsync(user),
            Context.Request.Headers.UserAgent,
            Context.Connection.RemoteIpAddress?.ToString(),
            Context.RequestAborted
        );
        await base.SignInWithClaimsAsync(
            user,
            authenticationProperties,
            [
                .. additionalClaims.Where(c => c.Type != PortalClaims.Session),
                new Claim(PortalClaims.Session, $"{session:N}"),
            ]
        );
        if (former is { } before)
        {
            await sessions.EndAsync(before, SessionEnd.Replaced, Acting.ToTheEnd);
            await RecordAsync(user.UserName!, SignInOutcome.Replaced);
        }
    }

    public override async Task SignOutAsync()
    {
        var (name, session) = (Context.User.Identity?.Name, Context.User.SessionId());
        await base.SignOutAsync();
        if (session is { } ended)
        {
            await sessions.EndAsync(ended, SessionEnd.SignedOut, Acting.ToTheEnd);
        }

        if (name is not null)
        {
            await RecordAsync(name, SignInOutcome.SignedOut);
        }
    }

    /// <summary>
    /// Answers a wrong password in one way, whether or not there is such an account and whatever its state, and takes its time for
    /// it; only who knows the password learns more.
    /// </summary>
    private async Task<SignInResult> TryAsync(
        string userName,
        string password,
        bool isPersistent,
        bool lockoutOnFailure
    )
    {
        var name = UserManager.NormalizeName(userName);
        var user = await UserManager.FindByNameAsync(userName);
        var isShut =
            user is not null
            && (user.DisabledAt is not null || user.LockoutEnd >= AccountLock.ForGood);
        if (user is not null && !isShut)
        {
            return await base.PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure);
        }

        if (names.IsLocked(name))
        {
            return SignInResult.LockedOut;
        }

        if (user is null)
        {
            UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return names.Fail(name);
        }

        return !await UserManager.CheckPasswordAsync(user, password) ? names.Fail(name)
            : user.DisabledAt is not null ? SignInResult.NotAllowed
            : new LockedByAdministrator();
    }

    private static SignInOutcome OutcomeOf(SignInResult result, SignInOutcome failure) =>
        result switch
        {
            { Succeeded: true } => SignInOutcome.Succeeded,
            { IsLockedOut: true } => SignInOutcome.LockedOut,
            { IsNotAllowed: true } => SignInOutcome.Disabled,
            _ => failure,
        };

    private async Task RecordAsync(string userName, SignInOutcome outcome)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(RecordSignIn.Job);
        await scope
            .ServiceProvider.GetRequiredService<RecordSignIn>()
            .ExecuteAsync(
                new(userName, outcome, Context.Connection.RemoteIpAddress?.ToString()),
                default
            );
    }
}
