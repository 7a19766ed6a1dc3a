using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>
/// 设置密码: by the link of a mail, which fills account and code in, or by what a sealed letter says. Looking at the page uses
/// nothing up, so programs that follow the links of mails do no harm.
/// </summary>
public sealed partial class OpenAccount
{
    private string? _refusal;

    [Inject]
    public required LinkedPassword Passwords { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery]
    public string? Account { get; set; }

    [SupplyParameterFromQuery]
    public string? Code { get; set; }

    [SupplyParameterFromQuery]
    public bool Done { get; set; }

    [SupplyParameterFromForm(FormName = "open")]
    private Form Input { get; set; } = null!;

    protected override void OnInitialized() =>
        Input ??= new Form { Account = Account, Code = Code };

    private async Task SetAsync()
    {
        if (Input.New != Input.Again)
        {
            _refusal = L["两次输入的新密码不一致。"];
            return;
        }

        if (await Passwords.SetAsync(Input.Account, Input.Code, Input.New) is { } refusal)
        {
            _refusal = InLanguage.Of(refusal);
            return;
        }

        Navigation.NavigateTo($"{PortalPaths.OpenAccount}?done=true");
    }

    private sealed class Form
    {
        public string? Account { get; set; }

        public string? Code { get; set; }

        public string? New { get; set; }

        public string? Again { get; set; }
    }
}
