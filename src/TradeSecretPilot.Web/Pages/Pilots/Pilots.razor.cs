using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Lists;

namespace TradeSecretPilot.Web.Pages.Pilots;

/// <summary>试点跟踪: the pilots within the remit; a region with one pilot goes straight to it.</summary>
public sealed partial class Pilots
{
    [Inject]
    public required ListPilots ListPilots { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private Page<ListPilots.Row>? View { get; set; }

    /// <summary>Between which the page switches.</summary>
    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private DateTimeOffset Now { get; set; }

    private Role Role { get; set; }

    private bool IsLocal => Role.Organization() == OrganizationKind.LocalGovernment;

    private bool IsNational => Role.Organization() == OrganizationKind.NationalRegulator;

    private string Title => IsLocal ? L["我的试点"] : L["试点跟踪"];

    private List<(string Value, string Text)> Provinces => ProvinceChoices.All(L);

    protected override async Task LoadAsync()
    {
        Role = (await Authentication).User.Role() ?? default;
        var view = await ListPilots.ExecuteAsync(ListFilters.Pilots(Query), Left);
        if (IsLocal && view.Total == 1 && Query[ListQuery.BatchKey] is null)
        {
            Navigation.NavigateTo($"/pilots/{view.Items[0].PilotId}", replace: true);
            return;
        }

        Batches = BatchChoice.Launched(await ListBatches.ExecuteAsync(Left));
        (View, Now) = (view, Clock.Now());
    }

    private static string Month(DateOnly day) =>
        day.ToString("yyyy.MM", System.Globalization.CultureInfo.InvariantCulture);
}
