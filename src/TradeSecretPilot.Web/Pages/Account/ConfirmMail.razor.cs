using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>
/// 确认新邮箱: by the link of the mail, signed in with the account that asked. Looking at the page uses nothing up, so programs that
/// follow the links of mails do no harm.
/// </summary>
public sealed partial class ConfirmMail
{
    private Refusal? _refusal;

    [Inject]
    public required ConfirmMailChange ConfirmMailChange { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery]
    public string? Code { get; set; }

    [SupplyParameterFromQuery]
    public bool Done { get; set; }

    [SupplyParameterFromForm(FormName = "confirm")]
    private Form Input { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override void OnInitialized() => Input ??= new Form { Code = Code };

    private async Task ConfirmAsync()
    {
        var address = Http.Connection.RemoteIpAddress?.ToString();
        _refusal = (
            await ConfirmMailChange.ExecuteAsync(new(Input.Code, address), Acting.ToTheEnd)
        ).Refusal;
        if (_refusal is null)
        {
            Navigation.NavigateTo($"{PortalPaths.ConfirmMail}?done=true");
        }
    }

    private sealed class Form
    {
        public string? Code { get; set; }
    }
}
