using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>Identity's sign-in, closed to disabled accounts and kept in the audit trail.</summary>
public sealed class PortalSignInManager(
    UserManager<PortalAccount> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<PortalAccount> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalAccount>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalAccount> confirmation,
    IServiceScopeFactory scopes
) : SignInManager<PortalAccount>(accounts, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(PortalAccount user) =>
        user.DisabledAt is null && await base.CanSignInAsync(user);

    public override async Task<SignInResult> PasswordSignInAsync(
        string userName,
        string password,
        bool isPersistent,
        bool lockoutOnFailure
    )
    {
        var result = await base.PasswordSignInAsync(
            userName,
            password,
            isPersistent,
            lockoutOnFailure
        );
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
        var result = await base.TwoFactorAuthenticatorSignInAsync(
            code,
            isPersistent,
            rememberClient
        );
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

    public override async Task SignOutAsync()
    {
        var name = Context.User.Identity?.Name;
        await base.SignOutAsync();
        if (name is not null)
        {
            await RecordAsync(name, SignInOutcome.SignedOut);
        }
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
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeJob(RecordSignIn.Job);
        await scope
            .ServiceProvider.GetRequiredService<RecordSignIn>()
            .ExecuteAsync(
                new(userName, outcome, Context.Connection.RemoteIpAddress?.ToString()),
                default
            );
    }
}
