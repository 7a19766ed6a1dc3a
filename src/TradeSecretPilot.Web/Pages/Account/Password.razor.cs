using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>Changing one's own password.</summary>
public sealed partial class Password
{
    private bool _must;
    private bool _next;
    private string? _refusal;

    [Inject]
    public required UserManager<PortalAccount> Accounts { get; set; }

    [Inject]
    public required SignInManager<PortalAccount> SignInManager { get; set; }

    [Inject]
    public required OwnSecret Secret { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery]
    public bool Done { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private Form Input { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override void OnInitialized()
    {
        Input ??= new Form();
        _next = Http.User.Gate() == AccountGate.SecondFactor;
        _must = Http.User.Gate() == AccountGate.FirstPassword;
    }

    private async Task ChangeAsync()
    {
        if (Input.New != Input.Again)
        {
            _refusal = L["两次输入的新密码不一致。"];
            return;
        }

        if (Input.New == Input.Current)
        {
            _refusal = L["新密码不能与当前密码相同。"];
            return;
        }

        var account = (await Accounts.GetUserAsync(Http.User))!;
        _refusal = await Secret.CheckPasswordAsync(account, Input.Current) switch
        {
            SecretCheck.LockedOut => L[IdentityMessages.LockedOut].Value,
            SecretCheck.Wrong => L["当前密码不正确。连续输错5次，账号将锁定15分钟。"].Value,
            _ => null,
        };
        if (_refusal is not null)
        {
            return;
        }

        account.Ending = SessionEnd.PasswordChanged;
        var result = await Accounts.ChangePasswordAsync(
            account,
            Input.Current ?? "",
            Input.New ?? ""
        );
        if (result.Succeeded && account.MustChangePassword)
        {
            account.MustChangePassword = false;
            result = await Accounts.UpdateAsync(account);
        }

        if (!result.Succeeded)
        {
            _refusal = IdentityMessages.Of(result);
            return;
        }

        await Secret.RecordAsync(account, OwnSecretAct.PasswordChanged);
        await SignInManager.RefreshSignInAsync(account);
        Navigation.NavigateTo("/account/password?done=true");
    }

    private sealed class Form
    {
        public string? Current { get; set; }

        public string? New { get; set; }

        public string? Again { get; set; }
    }
}
