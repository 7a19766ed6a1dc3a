using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Demo;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>Sign-in: account and password, then the second step where it is turned on.</summary>
public sealed partial class SignIn
{
    public const string Idle = "idle";
    public const string SignedOut = "signed-out";

    /// <summary>Name of the form field that holds the account.</summary>
    public const string AccountField = "Input.Account";

    private IReadOnlyList<DemoEntranceGroup> _entrances = [];
    private string? _refusal;

    [Inject]
    public required SignInManager<PortalAccount> SignInManager { get; set; }

    [Inject]
    public required PasskeySignIn Passkey { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required ShellSource Shell { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    public string? Reason { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private Form Input { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string Target => LocalUrl.Or(ReturnUrl, NavigationMenu.Inbox.Href);

    protected override async Task StartAsync()
    {
        Input ??= new Form();
        if (HttpMethods.IsGet(Http.Request.Method) && Http.User.AccountId() is not null)
        {
            Navigation.NavigateTo(Target);
            return;
        }

        _entrances = await Shell.LoadEntrancesAsync(Http.RequestAborted);
    }

    private async Task SignInAsync()
    {
        var result = await SignInManager.PasswordSignInAsync(
            Input.Account?.Trim() ?? "",
            Input.Password ?? "",
            isPersistent: false,
            lockoutOnFailure: true
        );
        if (result.Succeeded)
        {
            Navigation.NavigateTo(Target);
        }
        else if (result.RequiresTwoFactor)
        {
            Navigation.NavigateTo(
                $"/account/sign-in/code?returnUrl={Uri.EscapeDataString(Target)}"
            );
        }
        else
        {
            _refusal = result switch
            {
                LockedByAdministrator => L["账号已由安全管理员锁定。请联系安全管理员解锁。"],
                { IsLockedOut: true } => L[IdentityMessages.LockedOut],
                { IsNotAllowed: true } => L["账号已停用。请联系系统管理员。"],
                _ => L["账号或密码不正确。连续输错5次，账号将锁定15分钟。"],
            };
        }
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

    /// <summary>What the form sends.</summary>
    private sealed class Form
    {
        public string? Account { get; set; }

        public string? Password { get; set; }
    }
}
