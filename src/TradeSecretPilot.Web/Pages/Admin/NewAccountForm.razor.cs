using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Forms;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>A new account; what is asked for follows from its role, and is judged by the use case's own rules.</summary>
public sealed partial class NewAccountForm
{
    private const int Shown = 12;

    private readonly FieldRules<CreateAccount.Input> _rules;
    private MudForm _form = null!;
    private Role? _role;
    private string _userName = "";
    private string _displayName = "";
    private string _email = "";
    private string _unit = "";
    private string _specialty = "";
    private Choice? _province;
    private ListOrganizations.Row? _organization;
    private bool _tried;

    public NewAccountForm() => _rules = new(new CreateAccount.Validator(), ToInput);

    [Inject]
    public required ListOrganizations ListOrganizations { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<CreateAccount.Input> OnCreate { get; set; }

    [Parameter, EditorRequired]
    public required string CloseHref { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    private IEnumerable<Choice> Provinces =>
        ProvinceChoices.All(L).Select(p => new Choice(p.Value, p.Text));

    /// <summary>The national regulator is one: there is nothing to choose.</summary>
    private async Task RoleChangedAsync()
    {
        _organization = null;
        if (_role?.Organization() is not null)
        {
            var found = await SearchAsync("", Left);
            _organization = found.Total == 1 ? found.Items[0] : null;
        }
    }

    private Task<Page<ListOrganizations.Row>> SearchAsync(string text, CancellationToken ct) =>
        ListOrganizations.ExecuteAsync(
            new ListOrganizations.Input(text, _role?.Organization(), Paging: new Paging(1, Shown)),
            ct
        );

    private async Task SubmitAsync()
    {
        _tried = true;
        await _form.ValidateAsync();
        if (!Busy && _role is not null && _form.IsValid)
        {
            await OnCreate.InvokeAsync(ToInput());
        }
    }

    private CreateAccount.Input ToInput()
    {
        var isExpert = _role == Role.Expert;
        return new()
        {
            UserName = _userName,
            DisplayName = _displayName,
            Email = _email,
            Role = _role ?? default,
            OrganizationId = _role?.Organization() is null ? null : _organization?.OrganizationId,
            ExpertUnit = isExpert ? _unit : null,
            ExpertSpecialty = isExpert ? _specialty : null,
            ExpertProvinceCode = isExpert ? _province?.Value : null,
        };
    }
}
