using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>单位: the tenants, new ones from the list of divisions, and functional zones.</summary>
public sealed partial class Organizations
{
    [Inject]
    public required ListOrganizations ListOrganizations { get; set; }

    [Inject]
    public required CreateOrganization CreateOrganization { get; set; }

    [Inject]
    public required AddFunctionalZone AddFunctionalZone { get; set; }

    private Page<ListOrganizations.Row>? View { get; set; }

    private List<(string Value, string Text)> Kinds =>
        [
            .. Enum.GetValues<OrganizationKind>()
                .Select(k => (k.ToString(), InLanguage.Of(Terms.Of(k)))),
        ];

    protected override async Task LoadAsync() =>
        View = await ListOrganizations.ExecuteAsync(ListFilters.Organizations(Query), Left);

    private async Task CreateAsync(CreateOrganization.Input input)
    {
        await ActAsync(
            L["已建立“{0}”。下一步请为它新建账号。", input.Name.Trim()],
            async () => (await CreateOrganization.ExecuteAsync(input, Acting.ToTheEnd)).Refusal
        );
        LeaveForm();
    }

    private async Task AddZoneAsync(AddFunctionalZone.Input input)
    {
        await ActAsync(
            L["已新增功能区“{0}”。下一步请为它新建单位。", input.Name.Trim()],
            async () => (await AddFunctionalZone.ExecuteAsync(input, Acting.ToTheEnd)).Refusal
        );
        LeaveForm();
    }

    private void LeaveForm()
    {
        if (Refusal is null)
        {
            Navigation.NavigateTo(Query.With("new", null));
        }
    }
}
