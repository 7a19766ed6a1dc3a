using Microsoft.AspNetCore.Components;

namespace TradeSecretPilot.Web.Pages.Public;

/// <summary>The public home: what the programme is and where it stands.</summary>
public sealed partial class Home
{
    [Inject]
    public required TimeProvider Time { get; set; }

    private DateTimeOffset Now { get; set; }

    private ProgrammeStage Stage { get; set; } = null!;

    protected override void OnInitialized()
    {
        Now = Time.GetUtcNow();
        Stage = ProgrammeCalendar.StageAt(Now);
    }
}
