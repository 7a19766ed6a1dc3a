using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>Where the own account is signed in, and ending that.</summary>
public sealed partial class Sessions
{
    private IReadOnlyList<ListSessions.Row> _rows = [];
    private DateTimeOffset _now;
    private Refusal? _refusal;

    [Inject]
    public required ListSessions ListSessions { get; set; }

    [Inject]
    public required EndSession EndSession { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery]
    public bool Done { get; set; }

    protected override async Task StartAsync()
    {
        _rows = await ListSessions.ExecuteAsync(Left);
        // Sessions live by the machine's clock, also where the demonstration has another.
        _now = TimeProvider.System.GetUtcNow();
    }

    private async Task EndAsync(Guid? session)
    {
        _refusal = (await EndSession.ExecuteAsync(new(session), Acting.ToTheEnd)).Refusal;
        if (_refusal is null)
        {
            Navigation.NavigateTo("/account/sessions?done=true");
        }
    }
}
