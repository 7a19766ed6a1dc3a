using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>我的资料: the own name, office phone and mail address.</summary>
public sealed partial class Details
{
    private const int NameMax = PortalAccount.DisplayNameMaxLength;
    private const int PhoneMax = PortalAccount.PhoneMaxLength;
    private const int MailMax = AccountRefusals.EmailMaxLength;

    private GetOwnDetails.View? _view;
    private Refusal? _refusal;
    private string? _wrong;

    [Inject]
    public required GetOwnDetails GetOwnDetails { get; set; }

    [Inject]
    public required ChangeOwnDetails ChangeOwnDetails { get; set; }

    [Inject]
    public required AskMailChange AskMailChange { get; set; }

    [Inject]
    public required SendMailChangeAgain SendMailChangeAgain { get; set; }

    [Inject]
    public required DropMailChange DropMailChange { get; set; }

    [Inject]
    public required UserManager<PortalAccount> Accounts { get; set; }

    [Inject]
    public required OwnSecret Secret { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery]
    public bool Saved { get; set; }

    [SupplyParameterFromForm(FormName = "details")]
    private OwnForm Own { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "mail")]
    private MailForm Mail { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "again")]
    private LinkForm Again { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "drop")]
    private LinkForm Drop { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task StartAsync()
    {
        _view = await GetOwnDetails.ExecuteAsync(Left);
        Own ??= new OwnForm { Name = _view.DisplayName, Phone = _view.Phone };
        Mail ??= new MailForm();
        Again ??= new LinkForm();
        Drop ??= new LinkForm();
    }

    private async Task SaveAsync() =>
        await AnswerAsync(
            await ChangeOwnDetails.ExecuteAsync(new(Own.Name ?? "", Own.Phone), Acting.ToTheEnd),
            saved: true
        );

    private async Task AskAsync()
    {
        var account = (await Accounts.GetUserAsync(Http.User))!;
        _wrong = await Secret.CheckPasswordAsync(account, Mail.Password) switch
        {
            SecretCheck.LockedOut => L[IdentityMessages.LockedOut].Value,
            SecretCheck.Wrong => L["当前密码不正确。连续输错5次，账号将锁定15分钟。"].Value,
            _ => null,
        };
        if (_wrong is null)
        {
            await AnswerAsync(await AskMailChange.ExecuteAsync(new(Mail.Address), Acting.ToTheEnd));
        }
    }

    private async Task SendAgainAsync() =>
        await AnswerAsync(await SendMailChangeAgain.ExecuteAsync(new(Again.Link), Acting.ToTheEnd));

    private async Task DropAsync() =>
        await AnswerAsync(await DropMailChange.ExecuteAsync(new(Drop.Link), Acting.ToTheEnd));

    /// <summary>What was done is shown by the page as it is asked for anew, which a reload does not send again.</summary>
    private async Task AnswerAsync(Result result, bool saved = false)
    {
        _refusal = result.Refusal;
        if (_refusal is null)
        {
            Navigation.NavigateTo(
                saved ? $"{PortalPaths.Details}?saved=true" : PortalPaths.Details
            );
            return;
        }

        _view = await GetOwnDetails.ExecuteAsync(Left);
    }

    private sealed class OwnForm
    {
        public string? Name { get; set; }

        public string? Phone { get; set; }
    }

    private sealed class MailForm
    {
        public string? Address { get; set; }

        public string? Password { get; set; }
    }

    private sealed class LinkForm
    {
        public Guid Link { get; set; }
    }
}
