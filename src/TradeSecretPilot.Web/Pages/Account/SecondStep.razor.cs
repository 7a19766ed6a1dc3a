using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>The second step of signing in: a one-time code of the authenticator, a passkey, or a recovery code.</summary>
public sealed partial class SecondStep
{
    private bool _authenticator;
    private bool _passkey;
    private string? _refusal;

    [Inject]
    public required SignInManager<PortalAccount> SignInManager { get; set; }

    [Inject]
    public required UserManager<PortalAccount> Accounts { get; set; }

    [Inject]
    public required SecondFactors Factors { get; set; }

    [Inject]
    public required PasskeySignIn Passkey { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    public bool Recovery { get; set; }

    [SupplyParameterFromForm(FormName = "code")]
    private Form Input { get; set; } = null!;

    private string Target => LocalUrl.Or(ReturnUrl, NavigationMenu.Inbox.Href);

    protected override async Task StartAsync()
    {
        Input ??= new Form();
        if (await SignInManager.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            Navigation.NavigateTo(PortalPaths.SignIn);
            return;
        }

        _authenticator = await Factors.HasAuthenticatorAsync(account);
        _passkey = (await Accounts.GetPasskeysAsync(account)).Count > 0;
    }

    private async Task SignInAsync()
    {
        var code = (Input.Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        var result = Recovery
            ? await SignInManager.TwoFactorRecoveryCodeSignInAsync(code)
            : await SignInManager.TwoFactorAuthenticatorSignInAsync(
                code,
                isPersistent: false,
                rememberClient: false
            );
        if (result.Succeeded)
        {
            Navigation.NavigateTo(Target);
            return;
        }

        _refusal = result.IsLockedOut
            ? L[IdentityMessages.LockedOut]
            : L["验证码不正确或已失效，请重新输入。"];
    }

    private async Task SignInByPasskeyAsync(PasskeyAnswer answer)
    {
        var result = await Passkey.SignInAsync(answer.Credential, answer.State);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(Target);
            return;
        }

        _refusal = L[PasskeyMessages.Of(result)];
    }

    private string Address(bool recovery) =>
        $"/account/sign-in/code?{(recovery ? "recovery=true&" : "")}returnUrl={Uri.EscapeDataString(Target)}";

    private sealed class Form
    {
        public string? Code { get; set; }
    }
}
