using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>A new account; what is asked for follows from its role.</summary>
public sealed partial class NewAccountForm : IDisposable
{
    private const int Shown = 8;

    private readonly CancellationTokenSource _left = new();
    private string _roleText = "";
    private string _userName = "";
    private string _displayName = "";
    private string _email = "";
    private string _unit = "";
    private string _specialty = "";
    private string _province = "";
    private string _organizationText = "";
    private Guid? _organizationId;
    private Page<ListOrganizations.Row>? _organizations;
    private int _asked;
    private bool _tried;

    [Inject]
    public required ListOrganizations ListOrganizations { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<CreateAccount.Input> OnCreate { get; set; }

    [Parameter, EditorRequired]
    public required string CloseHref { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    private Role? Chosen => Enum.TryParse<Role>(_roleText, out var role) ? role : null;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private string? Error(bool isMissing, string label) =>
        _tried && isMissing ? L["请填写{0}。", label].Value : null;

    private Task RoleChangedAsync()
    {
        (_organizationId, _organizationText, _organizations) = (null, "", null);
        return SearchAsync();
    }

    private async Task SearchAsync()
    {
        if (Chosen?.Organization() is not { } kind)
        {
            return;
        }

        var asked = ++_asked;
        var found = await ListOrganizations.ExecuteAsync(
            new ListOrganizations.Input(_organizationText, kind, Paging: new Paging(1, Shown)),
            _left.Token
        );
        if (asked != _asked)
        {
            return;
        }

        _organizations = found;
        if (found.Total == 1)
        {
            _organizationId = found.Items[0].OrganizationId;
        }
    }

    private async Task SubmitAsync()
    {
        _tried = true;
        if (
            Busy
            || Chosen is not { } role
            || _userName.Trim().Length == 0
            || _displayName.Trim().Length == 0
            || (role.Organization() is not null && _organizationId is null)
            || (role == Role.Expert && (_unit.Trim().Length == 0 || _specialty.Trim().Length == 0))
        )
        {
            return;
        }

        var isExpert = role == Role.Expert;
        await OnCreate.InvokeAsync(
            new CreateAccount.Input
            {
                UserName = _userName,
                DisplayName = _displayName,
                Email = _email,
                Role = role,
                OrganizationId = role.Organization() is null ? null : _organizationId,
                ExpertUnit = isExpert ? _unit : null,
                ExpertSpecialty = isExpert ? _specialty : null,
                ExpertProvinceCode = isExpert && _province.Length > 0 ? _province : null,
            }
        );
    }
}
